/* The form of a configuration: what makes it more convenient, and guards what was typed. */

const form = document.querySelector('[data-config-form]')

/** Milliseconds after which a form may be sent again that has had no answer: somebody has stopped it. */
const PATIENCE = 10_000

/* One click, one request: whatever is posted, from any page */

document.addEventListener('submit', (event) => {
  const sent = event.target
  if (event.defaultPrevented || sent.method !== 'post') {
    return
  }
  if (sent.hasAttribute('data-sent')) {
    event.preventDefault()
    return
  }
  sent.setAttribute('data-sent', '')
  setTimeout(() => sent.removeAttribute('data-sent'), PATIENCE)
})

// Who comes back to a page may send its forms again.
window.addEventListener('pageshow', () => {
  for (const sent of document.querySelectorAll('[data-sent]')) {
    sent.removeAttribute('data-sent')
  }
})

if (form) {
  guardChanges(form)
  keepPortInStep(form)
  offerToShowPassword(form)
  fillInPlace(form)
}

/* Unsaved changes */

function guardChanges(form) {
  const note = form.querySelector('[data-unsaved-note]')
  const look = () => {
    note.hidden = !isChanged(form)
  }
  // A click as well: a correction or a provider may have been filled in by it.
  for (const type of ['input', 'change', 'click']) {
    form.addEventListener(type, look)
  }
  // After the browser has put back what was typed before.
  window.addEventListener('pageshow', look)
  window.addEventListener('beforeunload', (event) => {
    if (isChanged(form) && !form.hasAttribute('data-sent')) {
      event.preventDefault()
    }
  })
}

/** Whether something would be lost: of the page as it was sent, or of what came with it unsaved. */
function isChanged(form) {
  return form.hasAttribute('data-unsaved') || [...form.elements].some(isFieldChanged)
}

function isFieldChanged(field) {
  const { type, name } = field
  if (type === 'checkbox' || type === 'radio') {
    return field.checked !== field.defaultChecked
  }
  if (type === 'password') {
    return (
      field.value !== '' && (field.form.elements.password_mode?.value ?? 'replace') === 'replace'
    )
  }
  // What a test asks besides is saved nowhere.
  return type === 'text' && !name.startsWith('test_') && field.value !== field.defaultValue
}

/* Encryption and port */

function keepPortInStep(form) {
  const usual = { starttls: '587', tls: '465', none: '25' }
  const { port, encryption } = form.elements
  const note = form.querySelector('[data-port-note]')
  let isChosen = false

  port.addEventListener('input', () => {
    note.textContent = ''
  })
  // What somebody has chosen themselves is not chosen for them.
  port.addEventListener('change', () => {
    const shown = port.value.trim()
    const fitting = { 465: 'tls', 587: 'starttls' }[shown]
    if (!fitting || isChosen || encryption.value === fitting) {
      return
    }
    encryption.value = fitting
    const [{ labels }] = [...encryption].filter(({ checked }) => checked)
    note.textContent = note.dataset.encryptionNote
      .replace('{encryption}', labels[0].textContent.trim())
      .replace('{port}', shown)
  })
  for (const radio of encryption) {
    radio.addEventListener('change', () => {
      isChosen = true
      const now = usual[radio.value]
      const shown = port.value.trim()
      const ours = ['', port.dataset.ours, ...Object.values(usual)]
      const isOther = ours.includes(shown) && shown !== now
      note.textContent = isOther ? note.dataset.portNote.replace('{port}', now) : ''
      if (isOther) {
        port.value = now
      }
    })
  }
}

/* The password that is being typed */

function offerToShowPassword(form) {
  const { password } = form.elements
  const button = form.querySelector('[data-show-password]')
  const show = (isShown) => {
    password.type = isShown ? 'text' : 'password'
    button.setAttribute('aria-pressed', String(isShown))
  }
  button.hidden = false
  button.addEventListener('click', () => show(password.type === 'password'))
  // A browser remembers what a text field was sent with.
  form.addEventListener('submit', () => show(false))
}

/* Providers */

function fillInPlace(form) {
  const picker = form.querySelector('[data-providers]')
  if (!picker) {
    return
  }
  const { elements } = form
  const undo = picker.querySelector('[data-undo]')
  const said = picker.querySelector('[data-filled]')
  let chosen = [...picker.querySelectorAll('[aria-current]')].at(-1) ?? null
  let known = chosen ? JSON.parse(chosen.dataset.values).username : ''
  let before = null

  picker.addEventListener('click', (event) => {
    const link = event.target.closest('[data-values]')
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) {
      return
    }
    event.preventDefault()
    before = { chosen, known, values: filledValues(elements) }
    const { username, ...values } = JSON.parse(link.dataset.values)
    // A username that somebody typed stays, unless it is the same for everybody.
    if (username !== '' || elements.username.value === known) {
      values.username = username
      known = username
    }
    chosen = link
    fill(elements, values)
    choose(form, picker, link)
    said.textContent = said.dataset.text.replace('{provider}', link.dataset.providerName)
    undo.hidden = false
    ;('host' in values ? elements.username : elements.host).focus()
  })

  undo.addEventListener('click', () => {
    ;({ chosen, known } = before)
    fill(elements, before.values)
    choose(form, picker, chosen)
    said.textContent = said.dataset.undone
    undo.hidden = true
    picker.querySelector('[data-values]').focus()
  })
}

function filledValues(elements) {
  const names = ['host', 'port', 'encryption', 'username']
  return Object.fromEntries(names.map((name) => [name, elements[name].value]))
}

function fill(elements, values) {
  for (const [name, value] of Object.entries(values)) {
    elements[name].value = value
  }
  elements.port.dataset.ours = values.port
}

/** Shows a provider as the chosen one, with what is to be known about it; null: none is. */
function choose(form, picker, link) {
  for (const other of picker.querySelectorAll('[data-values]')) {
    const isSame = link !== null && other.dataset.provider === link.dataset.provider
    const isRegion = other.closest('[data-notes]') !== null
    mark(other, isSame && (!isRegion || other.dataset.values === link.dataset.values))
  }
  for (const notes of picker.querySelectorAll('[data-notes]')) {
    notes.hidden = notes.dataset.notes !== link?.dataset.provider
  }
  for (const name of ['username', 'password']) {
    const hint = link?.dataset[name === 'username' ? 'hintUsername' : 'hintPassword']
    form.querySelector(`#hint-${name}`).textContent = hint ?? ''
  }
}

function mark(link, isChosen) {
  if (isChosen) {
    link.setAttribute('aria-current', 'true')
  } else {
    link.removeAttribute('aria-current')
  }
}
