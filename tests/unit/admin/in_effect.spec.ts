import { DateTime } from 'luxon'
import { test } from '@japa/runner'
import { describeInEffect } from '../../../app/smtp_admin/admin/http/in_effect.js'
import type { Health, HealthState } from '../../../app/smtp_admin/diagnostics/health.js'
import type { Resolution, Step } from '../../../app/smtp_admin/resolution/resolver.js'
import type { Message } from '../../../app/smtp_admin/i18n/types.js'
import { en, format, translator } from '../../../app/smtp_admin/i18n/format.js'
import { candidateOf } from '../../helpers/smtp/candidates.js'

const ACTIVE = candidateOf()
const ENVIRONMENT = candidateOf({
  source: 'environment',
  id: 'environment',
  name: 'Environment',
  host: 'localhost',
  port: 25,
  encryption: 'none',
})

const LABEL = 'Primary Mail Server (mail.example.com:587)'
const IS_ACTIVE: Message = { key: 'resolution.siteActive', params: { label: LABEL } }
const NONE_ACTIVE: Message = { key: 'resolution.siteNone' }
const UNREADABLE: Message = { key: 'resolution.unreadablePassword', params: { label: LABEL } }
const IS_SET: Message = { key: 'resolution.environmentServer', params: { server: 'localhost:25' } }
const NOT_SET: Message = { key: 'resolution.environmentNone' }

const CHOSEN = resolutionOf(
  [step('site', 'selected', IS_ACTIVE), step('environment', 'standby', IS_SET)],
  [ACTIVE, ENVIRONMENT]
)
const FALLEN_BACK = resolutionOf(
  [step('site', 'missing', NONE_ACTIVE), step('environment', 'selected', IS_SET)],
  [ENVIRONMENT]
)

test.group('The banner', () => {
  test('names the active configuration once, and says nothing of the rest', ({ assert }) => {
    const banner = describeInEffect(CHOSEN, healthy('working'), en)
    assert.equal(banner.tone, 'good')
    assert.equal(banner.reason, 'Active configuration for the site.')
    assert.containSubset(banner.server, {
      id: ACTIVE.id,
      name: 'Primary Mail Server',
      address: 'mail.example.com:587, STARTTLS',
    })
    assert.deepEqual(banner.steps, [
      {
        state: 'selected',
        place: 'Database: in use.',
        sentence: `${LABEL} is the active configuration in the database.`,
      },
      {
        state: 'standby',
        place: 'Environment: standby.',
        sentence: 'SMTP_HOST is set to localhost:25.',
      },
    ])
  })

  for (const [state, tone, word] of [
    ['working', 'good', 'Working'],
    ['failing', 'error', 'Failing'],
    ['stale', 'warning', 'Needs retest'],
    ['untested', 'warning', 'Not tested'],
  ] as const) {
    test(`has the tone ${tone}, and the word, when the active one is ${state}`, ({ assert }) => {
      const banner = describeInEffect(CHOSEN, healthy(state), en)
      assert.equal(banner.tone, tone)
      assert.equal(banner.server?.health?.word, word)
    })
  }

  test('is a warning as long as nobody knows whether the active one works', ({ assert }) => {
    const banner = describeInEffect(CHOSEN, null, en)
    assert.equal(banner.tone, 'warning')
    assert.isNull(banner.server!.health)
  })

  test('is a warning when the certificate is not checked, however well it works', ({ assert }) => {
    const unchecked = candidateOf({ encryption: 'tls', verifyCertificate: false })
    const banner = describeInEffect(withServer(unchecked), healthy('working'), en)
    assert.equal(banner.tone, 'warning')
    assert.isTrue(banner.server!.isUnchecked)
  })

  test('has no certificate to speak of without encryption', ({ assert }) => {
    const unencrypted = candidateOf({ encryption: 'none', verifyCertificate: false })
    const { server } = describeInEffect(withServer(unencrypted), null, en)
    assert.isFalse(server!.isUnchecked)
    assert.equal(server!.address, 'mail.example.com:587, no encryption')
  })

  test('is plain when nothing is active and the environment’s server is used', ({ assert }) => {
    const banner = describeInEffect(FALLEN_BACK, null, en)
    assert.equal(banner.tone, 'plain')
    assert.equal(banner.reason, 'No active SMTP configuration found in the database.')
    assert.containSubset(banner.server, { id: null, name: 'Default server (environment)' })
    assert.deepEqual(
      banner.steps.map(({ place }) => place),
      ['Database: none.', 'Environment: in use.']
    )
  })

  test('is an error when the active configuration cannot be used', ({ assert }) => {
    const banner = describeInEffect(
      resolutionOf(
        [step('site', 'unusable', UNREADABLE), step('environment', 'selected', IS_SET)],
        [ENVIRONMENT]
      ),
      null,
      en
    )
    assert.equal(banner.tone, 'error')
    assert.equal(banner.reason, format(en, UNREADABLE))
    assert.equal(banner.steps[0].place, 'Database: unavailable.')
  })

  test('is a warning when the database could not be read, whatever is used instead', ({
    assert,
  }) => {
    const databaseError = 'connect ECONNREFUSED'
    const unread: Message = {
      key: 'resolution.unreadDatabase',
      params: { problem: databaseError },
    }
    const unknown = resolutionOf(
      [step('site', 'unusable', unread), step('environment', 'selected', IS_SET)],
      [ENVIRONMENT]
    )
    const lastKnown = describeInEffect({ ...CHOSEN, databaseError }, null, en)
    const fallenBack = describeInEffect({ ...unknown, databaseError }, null, en)

    assert.equal(lastKnown.tone, 'warning')
    assert.match(
      lastKnown.reason,
      /^Active configuration .+ is currently unavailable: connect ECONNREF/
    )
    assert.equal(fallenBack.tone, 'warning')
    assert.equal(fallenBack.reason, 'The database could not be read (connect ECONNREFUSED).')
  })

  test('is an error with every reason when there is no server', ({ assert }) => {
    const banner = describeInEffect(
      resolutionOf(
        [step('site', 'missing', NONE_ACTIVE), step('environment', 'missing', NOT_SET)],
        []
      ),
      null,
      en
    )
    assert.equal(banner.tone, 'error')
    assert.isNull(banner.server)
    assert.equal(banner.reason, `${format(en, NONE_ACTIVE)} ${format(en, NOT_SET)}`)
  })

  test('speaks the language of whoever reads it, reasons included', ({ assert }) => {
    const banner = describeInEffect(CHOSEN, healthy('stale'), translator('de'))
    assert.equal(banner.reason, 'Aktive Konfiguration der Website.')
    assert.equal(banner.server?.health?.word, 'Erneut testen')
    assert.deepEqual(banner.steps[1], {
      state: 'standby',
      place: 'Umgebung: Reserve.',
      sentence: 'SMTP_HOST ist auf localhost:25 gesetzt.',
    })
  })
})

function step(source: Step['source'], state: Step['state'], message: Message): Step {
  return { source, state, message }
}

function resolutionOf(steps: Step[], candidates: Resolution['candidates']): Resolution {
  return { steps, candidates, databaseError: null }
}

function withServer(candidate: Resolution['candidates'][number]): Resolution {
  return resolutionOf([step('site', 'selected', IS_ACTIVE)], [candidate])
}

function healthy(state: HealthState): Health {
  return { state, runId: 7, testedAt: DateTime.utc() }
}
