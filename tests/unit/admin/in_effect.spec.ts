import { test } from '@japa/runner'
import { describeInEffect } from '../../../app/smtp_admin/admin/in_effect.js'
import type { Resolution, Step } from '../../../app/smtp_admin/resolution/resolver.js'
import { candidateOf } from '../../helpers/candidates.js'

const ACTIVE = candidateOf()
const ENVIRONMENT = candidateOf({
  source: 'environment',
  id: 'environment',
  name: 'Environment',
  host: 'localhost',
  port: 25,
  encryption: 'none',
})

const NO_DATABASE = 'connect ECONNREFUSED'

test.group('The banner', () => {
  test('is good when the active configuration is used, and says nothing of the rest', ({
    assert,
  }) => {
    const banner = describeInEffect(
      resolutionOf(
        [step('site', 'in effect', 'It is active.'), step('environment', 'next', 'It is set.')],
        [ACTIVE, ENVIRONMENT]
      )
    )
    assert.equal(banner.tone, 'good')
    assert.equal(banner.reason, 'It is active.')
    assert.deepEqual(banner.server, {
      name: 'Primary Mail Server',
      address: 'mail.example.com:587, STARTTLS',
    })
    assert.deepEqual(banner.steps, [
      { source: 'Database', state: 'used', sentence: 'It is active.' },
      { source: 'Environment', state: 'not needed', sentence: 'It is set.' },
    ])
  })

  test('says that there is no encryption, or that the certificate is not checked', ({ assert }) => {
    const unchecked = candidateOf({ encryption: 'tls', verifyCertificate: false })
    assert.equal(addressOf(unchecked), 'mail.example.com:587, TLS, certificate not checked')
    const unencrypted = candidateOf({ encryption: 'none', verifyCertificate: false })
    assert.equal(addressOf(unencrypted), 'mail.example.com:587, no encryption')
  })

  test('is plain when nothing is active and the environment’s server is used', ({ assert }) => {
    const banner = describeInEffect(
      resolutionOf(
        [step('site', 'absent', 'None is active.'), step('environment', 'in effect', 'It is set.')],
        [ENVIRONMENT]
      )
    )
    assert.equal(banner.tone, 'plain')
    assert.equal(banner.reason, 'None is active. It is set.')
    assert.equal(banner.server?.name, 'The environment’s server')
    assert.deepEqual(
      banner.steps.map(({ state }) => state),
      ['none', 'used']
    )
  })

  test('is a warning when the active configuration cannot be used', ({ assert }) => {
    const banner = describeInEffect(
      resolutionOf(
        [step('site', 'unusable', 'No key.'), step('environment', 'in effect', 'It is set.')],
        [ENVIRONMENT]
      )
    )
    assert.equal(banner.tone, 'warning')
    assert.equal(banner.reason, 'No key. It is set.')
    assert.equal(banner.steps[0].state, 'cannot be used')
  })

  test('is a warning when the database could not be read, whatever is used instead', ({
    assert,
  }) => {
    const lastKnown = resolutionOf([step('site', 'in effect', 'As last known.')], [ACTIVE])
    const unknown = resolutionOf([step('environment', 'in effect', 'It is set.')], [ENVIRONMENT])
    for (const resolution of [lastKnown, unknown]) {
      const banner = describeInEffect({ ...resolution, databaseProblem: NO_DATABASE })
      assert.equal(banner.tone, 'warning')
    }
  })

  test('is an error with every reason when there is no server', ({ assert }) => {
    const banner = describeInEffect(
      resolutionOf(
        [step('site', 'absent', 'None is active.'), step('environment', 'absent', 'Not set.')],
        []
      )
    )
    assert.equal(banner.tone, 'error')
    assert.isNull(banner.server)
    assert.equal(banner.reason, 'None is active. Not set.')
  })
})

function step(source: Step['source'], state: Step['state'], sentence: string): Step {
  return { source, state, sentence }
}

function resolutionOf(steps: Step[], candidates: Resolution['candidates']): Resolution {
  return { steps, candidates, databaseProblem: null }
}

function addressOf(candidate: Resolution['candidates'][number]) {
  const resolution = resolutionOf([step('site', 'in effect', 'It is active.')], [candidate])
  return describeInEffect(resolution).server?.address
}
