/*
 * Shows a test as it happens. Without it a test has a page of its own. Texts are set as text, never as
 * markup: servers have written some of them. What the script itself has to say stands in the page.
 */

const LINES = 'application/x-ndjson'

const panel = document.querySelector('[data-test-panel]')
const said = document.querySelector('[data-test-said]')

/** What there is to say, in the language of the page. */
const words = panel?.dataset

/** Ends the test that is running; null: none is. */
let running = null

/** Whether the app's policy keeps scripts from asking: then forms do, which need no script. */
let isRefused = false

if (panel) {
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
    isRefused ||= effectiveDirective === 'connect-src'
  })
  document.addEventListener('submit', (event) => {
    const button = event.submitter
    if (button?.hasAttribute('data-test') && !isRefused) {
      event.preventDefault()
      running || test(event.target, button)
    }
  })
  document.addEventListener('keydown', (event) => {
    // The form's own first button would save.
    if (event.key === 'Enter' && event.target.name?.startsWith('test_')) {
      event.preventDefault()
      const { form } = event.target
      form.requestSubmit(form.querySelector('[data-test]'))
    }
  })
  part('cancel').addEventListener('click', () => running.abort())
  window.addEventListener('pagehide', () => running?.abort())
}

/* A test, as it happens */

async function test(form, button) {
  running = new AbortController()
  const { signal } = running
  start(form, button)
  try {
    const response = await post(form, button, signal)
    if (isLines(response)) {
      conclude(await show(response), form, button)
    } else {
      refuse(await reasonOf(response), form)
    }
  } catch {
    await new Promise((resolve) => setTimeout(resolve))
    if (isRefused) {
      running = null
      form.requestSubmit(button)
    } else if (signal.aborted) {
      setHeading('plain', '■', words.cancelled)
      showStage(stopped(currentTitle()))
    } else {
      refuse({ title: words.lost, lines: [] }, form)
    }
  } finally {
    running = null
    end(button)
  }
}

function post(form, button, signal) {
  const body = new URLSearchParams(new FormData(form))
  const headers = { 'Accept': LINES, 'X-CSRF-Token': body.get('_csrf') }
  body.delete('_csrf')
  const address = button.hasAttribute('formaction') ? button.formAction : form.action
  return fetch(address, { method: 'POST', headers, body, redirect: 'manual', signal })
}

/** Shows each step as it comes; resolves with what is told at the end. */
async function show(response) {
  let last
  for await (const line of linesOf(response.body)) {
    last = JSON.parse(line)
    if (last.stage) {
      showStage(last.stage)
      last.next && showStage(underWay(last.next))
      announce(last.stage)
    }
  }
  if (!last?.verdict) {
    throw new Error(words.lost)
  }
  return last
}

async function* linesOf(body) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader()
  let rest = ''
  while (true) {
    const { done, value } = await reader.read()
    if (done) {
      return
    }
    const lines = (rest + value).split('\n')
    rest = lines.pop()
    yield* lines
  }
}

function start(form, button) {
  clearErrors(form)
  part('stages').replaceChildren()
  part('problems').replaceChildren()
  part('more').hidden = true
  part('cancel').hidden = false
  said.replaceChildren()
  button.setAttribute('aria-disabled', 'true')
  setHeading('plain', '', button.dataset.testTitle ?? words.testing)
  showStage(underWay(words.firstStep))
  panel.hidden = false
  panel.scrollIntoView({ block: 'nearest' })
  say(words.begun)
}

function end(button) {
  const { activeElement } = document
  button.removeAttribute('aria-disabled')
  part('cancel').hidden = true
  if (activeElement === part('cancel')) {
    panel.querySelector('h2').focus()
  }
}

/** The whole result; where nothing typed could be lost, that is the page of the test. */
function conclude({ verdict, stages, advice, url }, form, button) {
  setHeading(verdict.tone, verdict.icon, verdict.words)
  stages.forEach(showStage)
  say(verdict.words)
  if (url && button.dataset.test === 'follow') {
    location.assign(url)
    return
  }
  if (advice) {
    showAdvice(advice, form)
  }
  if (url) {
    part('more').hidden = false
    part('more').querySelector('a').href = url
  }
}

/* Steps */

function underWay(title) {
  return { state: 'current', icon: '…', word: words.underWay, title, time: '', detail: '' }
}

function stopped(title) {
  return { state: 'cancelled', icon: '■', word: words.cancelled, title, time: '', detail: '' }
}

/** Shows a step, in place of what was shown of it before. */
function showStage(stage) {
  const item = copyOf('stage')
  item.className = `stage stage-${stage.state}`
  for (const name of ['icon', 'title', 'word', 'time']) {
    item.querySelector(`.stage-${name}`).textContent = stage[name]
  }
  item.querySelector('.stage-detail bdi').textContent = stage.detail
  const before = [...part('stages').children].find((it) => titleOf(it) === stage.title)
  before ? before.replaceWith(item) : part('stages').append(item)
}

function titleOf(item) {
  return item.querySelector('.stage-title').textContent
}

function currentTitle() {
  return titleOf(part('stages').lastElementChild)
}

function announce(stage) {
  if (stage.state !== 'not_reached') {
    say(fill(words.stepSaid, stage))
  }
}

function showAdvice({ cause, steps, correction }, form) {
  const advice = copyOf('advice')
  advice.querySelector('.advice-cause bdi').textContent = cause
  const [pattern] = advice.querySelectorAll('.advice-steps li')
  const items = steps.map((step) => {
    const item = pattern.cloneNode(true)
    item.querySelector('bdi').textContent = step
    return item
  })
  pattern.replaceWith(...items)
  const link = advice.querySelector('a')
  if (correction) {
    link.href = correction.url
    link.textContent = correction.text
    link.addEventListener('click', (event) => fillIn(event, form, correction.values))
  } else {
    link.parentElement.remove()
  }
  part('stages').querySelector('.stage-failed')?.append(advice)
  say([cause, ...steps].join(' '))
}

/** Puts corrected values into the form, where the link would open another one with them. */
function fillIn(event, form, values) {
  const fields = Object.entries(values).map(([name, value]) => [form.elements[name], String(value)])
  if (fields.some(([field]) => !field)) {
    return
  }
  event.preventDefault()
  for (const [field, value] of fields) {
    field.value = value
  }
  chooseReplace(form)
  fields[0][0].focus?.()
  say(words.filledIn)
}

/** For another server a stored password has to be entered again. */
function chooseReplace(form) {
  if (form.elements.password_mode) {
    form.elements.password_mode.value = 'replace'
  }
}

/* Refusals */

/** What an answer that tells of no steps means, in words. */
async function reasonOf(response) {
  if (response.type === 'opaqueredirect') {
    return { title: words.elsewhere, lines: [] }
  }
  if (response.headers.get('content-type')?.startsWith('application/json')) {
    const { title, lines, problems } = await response.json()
    if (title && lines) {
      return { title, lines, problems }
    }
  }
  return { title: fill(words.unexpected, response), lines: [] }
}

function refuse({ title, lines, problems = [] }, form) {
  setHeading('error', '✗', words.notTested)
  part('stages').replaceChildren()
  const texts = problems.length > 0 ? lines : [title, ...lines]
  part('problems').replaceChildren(...texts.map((text) => element('p', text)))
  const reasons = [...texts, ...problems.map(({ message }) => message)]
  say(words.notTested)
  reasons.forEach((reason) => say(reason))
  if (problems.length > 0) {
    const list = document.createElement('ul')
    list.append(...problems.map((problem) => linkTo(problem)))
    part('problems').append(list)
    problems.forEach((problem) => showError(form, problem))
  }
}

function linkTo({ field, message }) {
  const item = document.createElement('li')
  const link = element('a', message)
  link.href = `#field-${field}`
  item.append(link)
  return item
}

/** Shows what is wrong at its field, as a page from the server does. */
function showError(form, { field, message }) {
  const input = form.querySelector(`[id="field-${field}"]`)
  const place = input?.closest('.field')
  if (!place) {
    return
  }
  place.closest('details')?.setAttribute('open', '')
  const id = `error-${field}`
  let list = place.querySelector('.field-errors')
  if (!list) {
    list = document.createElement('ul')
    list.className = 'field-errors'
    list.id = id
    list.dataset.live = ''
    place.querySelector('label, legend').after(list)
    place.classList.add('field-invalid')
    input.setAttribute('aria-invalid', 'true')
    input.setAttribute(
      'aria-describedby',
      `${id} ${input.getAttribute('aria-describedby') ?? ''}`.trim()
    )
  }
  list.append(element('li', message))
  if (field === 'password') {
    chooseReplace(form)
  }
}

function clearErrors(form) {
  for (const list of form.querySelectorAll('.field-errors')) {
    const place = list.closest('.field')
    place.classList.remove('field-invalid')
    for (const input of place.querySelectorAll('[aria-invalid]')) {
      const described = input.getAttribute('aria-describedby') ?? ''
      input.removeAttribute('aria-invalid')
      input.setAttribute('aria-describedby', described.replace(list.id, '').trim())
    }
    list.remove()
  }
}

/* Parts of the page */

function part(name) {
  return panel.querySelector(`[data-test-${name}]`)
}

function copyOf(name) {
  return part(name).content.firstElementChild.cloneNode(true)
}

function element(name, text) {
  const made = document.createElement(name)
  made.textContent = text
  return made
}

function setHeading(tone, icon, words) {
  panel.className = `test-panel tone-${tone}`
  part('icon').textContent = icon
  part('words').textContent = words
}

/** Puts values at the places of a text, as in `{title}`. */
function fill(text, values) {
  return text.replace(/\{(\w+)\}/g, (place, name) => String(values[name] ?? place))
}

/** Adds one message to what screen readers read out, one after the other. */
function say(text) {
  said.append(element('p', text))
}

function isLines(response) {
  return response.headers.get('content-type')?.startsWith(LINES)
}
