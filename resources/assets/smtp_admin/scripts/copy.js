/* Buttons that copy a text of the page. */

for (const button of document.querySelectorAll('[data-copy]')) {
  button.hidden = !navigator.clipboard
  button.addEventListener('click', () => copy(button))
}

async function copy(button) {
  const text = document.getElementById(button.dataset.copy).textContent
  const note = document.querySelector('[data-copied]')
  try {
    await navigator.clipboard.writeText(text)
    note.textContent = 'Copied'
  } catch {
    note.textContent = 'Your browser did not allow it: select the text and copy it.'
  }
}
