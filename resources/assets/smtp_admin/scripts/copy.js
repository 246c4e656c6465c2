/* Buttons that copy a text of the page. */

for (const button of document.querySelectorAll('[data-copy]')) {
  button.hidden = !navigator.clipboard
  button.addEventListener('click', () => copy(button))
}

async function copy(button) {
  const text = document.getElementById(button.dataset.copy).textContent
  const note = document.querySelector('[data-copy-note]')
  try {
    await navigator.clipboard.writeText(text)
    note.textContent = button.dataset.copied
  } catch {
    note.textContent = button.dataset.notCopied
  }
}
