import { globSync, readFileSync } from 'node:fs'
import { test } from '@japa/runner'
import { templateFaults } from '../helpers/views/template_lint.js'

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
