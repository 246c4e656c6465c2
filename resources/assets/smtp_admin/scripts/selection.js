/*
 * Selecting rows of the list: all of the page at once, a range with the shift key, and how many are
 * selected. Without it each row has its box, and so do all that match.
 */

const form = document.querySelector('[data-list-actions]')

if (form) {
  const boxes = [...document.querySelectorAll('input[name="_selected_action"]')]
  const page = form.querySelector('[data-select-page]')
  const pageBox = page.querySelector('input')
  const across = form.querySelector('[data-select-across]')
  const counter = form.querySelector('[data-selected-count]')
  let last = null

  page.hidden = boxes.length === 0
  pageBox.addEventListener('change', () => {
    boxes.forEach((box) => (box.checked = pageBox.checked))
    show()
  })
  across?.addEventListener('change', () => {
    if (across.checked) {
      boxes.forEach((box) => (box.checked = true))
    }
    show()
  })
  for (const box of boxes) {
    box.addEventListener('click', ({ shiftKey }) => {
      if (shiftKey && last) {
        const [from, to] = [boxes.indexOf(last), boxes.indexOf(box)].sort((a, b) => a - b)
        boxes.slice(from, to + 1).forEach((it) => (it.checked = box.checked))
      }
      last = box
      show()
    })
  }
  // A browser that comes back to the page may have kept the ticks.
  window.addEventListener('pageshow', show)

  function show() {
    const count = boxes.filter(({ checked }) => checked).length
    pageBox.checked = count === boxes.length
    pageBox.indeterminate = count > 0 && count < boxes.length
    if (across && count < boxes.length) {
      across.checked = false
    }
    counter.textContent = counter.dataset.selectedCount
      .replace('{selected}', count)
      .replace('{shown}', boxes.length)
  }
}
