/* How somebody wants to see the pages: theme and time zone. */

const section = document.querySelector('.smtp-admin')
const scheme = document.querySelector('meta[name=color-scheme]')

for (const form of document.querySelectorAll('form:has(> .theme)')) {
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    keepTheme(form, event.submitter)
  })
}

/** Without another page, so that nothing that was typed is lost. */
async function keepTheme(form, chosen) {
  const body = new URLSearchParams(new FormData(form, chosen))
  const response = await fetch(form.action, { method: 'POST', body, redirect: 'manual' })
  if (response.type !== 'opaqueredirect') {
    form.append(hiddenField(chosen.name, chosen.value))
    form.submit()
    return
  }
  document.documentElement.dataset.theme = chosen.value
  scheme.content = chosen.dataset.colorScheme
  chosen.parentElement.setAttribute('aria-label', chosen.dataset.groupLabel)
  for (const button of form.querySelectorAll('button')) {
    button.setAttribute('aria-pressed', String(button === chosen))
  }
}

function hiddenField(name, value) {
  const field = document.createElement('input')
  Object.assign(field, { type: 'hidden', name, value })
  return field
}

/* The server renders times in the zone of this cookie. The first page had none, so it is done here. */

const { locale, path } = section.dataset
const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone
const cookie = `smtp_admin_time_zone=${encodeURIComponent(timeZone)}`

if (locale && timeZone && !document.cookie.split('; ').includes(cookie)) {
  const secure = location.protocol === 'https:' ? '; Secure' : ''
  document.cookie = `${cookie}; Path=${path}; Max-Age=31536000; SameSite=Lax${secure}`
  showTimes()
}

function showTimes() {
  const format = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'short',
    timeZone,
  })
  for (const time of section.querySelectorAll('time[datetime*=T]:not(.ago)')) {
    time.textContent = format.format(new Date(time.dateTime))
  }
}
