import { globSync, readFileSync } from 'node:fs'
import { test } from '@japa/runner'

/** What a template may not contain, and why: pages work under `default-src 'self'` and print nothing raw. */
const FORBIDDEN: { pattern: RegExp; why: string }[] = [
  { pattern: /<style\b/i, why: 'styles belong in the stylesheet' },
  { pattern: /\sstyle\s*=/i, why: 'styles belong in the stylesheet' },
  { pattern: /\son[a-z]+\s*=/i, why: 'event handlers belong in the script' },
  { pattern: /<script\b(?![^>]*\ssrc\s*=)/i, why: 'scripts belong in a file of their own' },
  { pattern: /<script\b[^>]*>\s*[^<\s]/i, why: 'scripts belong in a file of their own' },
  { pattern: /javascript:/i, why: 'a link is an address, not code' },
  { pattern: /(?:=\s*["']?|url\(\s*["']?)data:/i, why: 'the policy allows no data: address' },
  { pattern: /\btoAttrs\(/, why: 'it does not escape the values of attributes' },
  { pattern: /\bhtml\.(?:attrs|safe)\(/, why: 'it does not escape what it prints' },
  {
    pattern: /\{\{\{(?!\s*await \$slots\.\w+\([^)]*\)\s*\}\}\})/,
    why: 'only slots are printed raw',
  },
]

/** Blanks out every match and keeps the lines, so that what is left is found where it stands. */
function blank(source: string, pattern: RegExp) {
  return source.replace(pattern, (match) => match.replace(/[^\n]/g, ' '))
}

function lineAt(source: string, index: number) {
  return source.slice(0, index).split('\n').length
}

/** A form's attributes and content; an expression among the attributes may hold a `>`. */
const FORM = /<form\b((?:\{\{[\s\S]*?\}\}|[^>])*)>([\s\S]*?)(?:<\/form>|$)/gi

/** The forms that post, or may because their method is computed, without the token that they need. */
function unprotectedForms(source: string) {
  return [...source.matchAll(FORM)]
    .filter(([, attributes]) => /\smethod\s*=/i.test(attributes))
    .filter(([, attributes]) => !/\smethod\s*=\s*["']?get\b/i.test(attributes))
    .filter(([, , content]) => !/\{\{\s*csrfField\(\)\s*\}\}/.test(content))
    .map(({ index }) => ({ index, why: 'a form that posts carries csrfField()' }))
}

/** Every fault of an Edge template, as "line 3: why"; comments do not count. */
function templateFaults(template: string) {
  const source = blank(template, /\{\{--[\s\S]*?--\}\}/g)
  const forbidden = FORBIDDEN.flatMap(({ pattern, why }) =>
    [...source.matchAll(new RegExp(pattern, `${pattern.flags}g`))].map(({ index }) => ({
      index,
      why,
    }))
  )
  return [...forbidden, ...unprotectedForms(source)]
    .sort((a, b) => a.index - b.index)
    .map(({ index, why }) => `line ${lineAt(source, index)}: ${why}`)
}

const PAGES = globSync('resources/views/**/*.edge').filter((path) => !path.includes('/mails/'))

const FAULTY = [
  { template: '<style>p { color: red }</style>', why: 'stylesheet' },
  { template: '<p style="color: red">', why: 'stylesheet' },
  { template: '<button onclick="go()">', why: 'event handlers' },
  { template: '<body onload = go()>', why: 'event handlers' },
  { template: '<script>go()</script>', why: 'a file of their own' },
  { template: '<script src="/a.js">go()</script>', why: 'a file of their own' },
  { template: '<a href="javascript:go()">', why: 'an address, not code' },
  { template: '<img src="data:image/png;base64,AA">', why: 'data: address' },
  { template: '<input {{ $props.toAttrs() }}>', why: 'does not escape' },
  { template: '<input {{ html.attrs({ value }) }}>', why: 'does not escape' },
  { template: '{{ html.safe(note) }}', why: 'does not escape' },
  { template: '{{{ config.notes }}}', why: 'only slots' },
  { template: '{{{ await $slots.main() + config.notes }}}', why: 'only slots' },
  { template: '<form method="post" action="/"><input></form>', why: 'csrfField()' },
  { template: '<form method="{{ method }}"></form>', why: 'csrfField()' },
  { template: '<form method="post">{{-- {{ csrfField() }} --}}</form>', why: 'csrfField()' },
  { template: '<form method="post"></form>{{ csrfField() }}', why: 'csrfField()' },
]

const SOUND = [
  { template: '<link rel="stylesheet" href="/a.css"><script src="/a.js" defer></script>' },
  { template: '{{{ await $slots.main() }}}' },
  { template: '{{-- <script>go()</script> --}}' },
  { template: '@!field({ data: rows, style: "wide" })' },
  { template: '<form method="get" action="/search"></form><form action="/search"></form>' },
  { template: '<form method="post" action="{{ a > b }}">{{ csrfField() }}</form>' },
]

test.group('Templates of pages', () => {
  test('the lint finds the fault in {template}')
    .with(FAULTY)
    .run(({ assert }, { template, why }) => {
      assert.include(templateFaults(template).join(), why)
    })

  test('the lint finds no fault in {template}')
    .with(SOUND)
    .run(({ assert }, { template }) => {
      assert.deepEqual(templateFaults(template), [])
    })

  test('a fault is found on its line', ({ assert }) => {
    assert.deepEqual(templateFaults('<p>\n{{-- a\nb --}}\n<p style="">'), [
      'line 4: styles belong in the stylesheet',
    ])
  })

  test('every page and component is sound', ({ assert }) => {
    const faults = PAGES.flatMap((path) =>
      templateFaults(readFileSync(path, 'utf8')).map((fault) => `${path}, ${fault}`)
    )
    assert.deepEqual(faults, [])
    assert.isAbove(PAGES.length, 0)
  })
})
