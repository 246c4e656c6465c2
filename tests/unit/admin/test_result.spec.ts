import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import {
  formatDuration,
  presentFinding,
  presentResult,
} from '../../../app/smtp_admin/admin/presenters/test_result.js'
import { presentTls } from '../../../app/smtp_admin/admin/test_runs/presenter.js'
import { findAdvice } from '../../../app/smtp_admin/diagnostics/rules/index.js'
import type { Advice, Stage, TestResult } from '../../../app/smtp_admin/models/test_report.js'
import { en, translator } from '../../../app/smtp_admin/i18n/format.js'
import { CONNECTING } from '../../helpers/rule_cases/connecting.js'

const german = translator('de')

const noForm = () => '/form'

/** As it is kept in the database and read again. */
function kept<T>(report: T): T {
  return JSON.parse(JSON.stringify(report))
}

const CONNECTED: Stage = {
  name: 'connect',
  state: 'failed',
  ms: 3210,
  messages: [{ key: 'failures.late.connect', params: { count: 10 } }],
}

function failed(stages: Stage[], advice: Advice | null): Pick<TestResult, 'verdict' | 'report'> {
  return { verdict: 'failed', report: { stages, advice, emailAuth: [], tls: null } }
}

const ADVICE = findAdvice(CONNECTING['port-25-blocked'][0])!

test.group('A test that was kept', () => {
  test('is shown in the language of the page, whatever language it was made in', ({ assert }) => {
    const ended = kept(failed([CONNECTED], ADVICE))
    const { verdict, stages, advice } = presentResult(ended, noForm, german)

    assert.equal(verdict.words, 'Verbindung fehlgeschlagen')
    assert.containsSubset(stages[0], {
      title: 'Verbindung',
      word: 'Fehlgeschlagen',
      time: '3,2 s',
      detail: 'Zeitüberschreitung beim Verbindungsaufbau nach 10 Sekunden',
    })
    assert.match(advice!.cause, /^Keine Antwort auf Port 25\. /)
    assert.match(advice!.steps[0], /^Verwenden Sie stattdessen Port 587 mit STARTTLS/)
    assert.equal(advice!.correction!.text, 'Port 587 mit STARTTLS verwenden')
  })

  test('shows the keys of messages and rules that no longer exist', ({ assert }) => {
    const messages = [{ key: 'failures.of_another_version' }] as unknown as Stage['messages']
    const advice = { rule: 'of-another-version', params: {}, correction: null }
    const result = failed([{ ...CONNECTED, messages }], advice as unknown as Advice)
    const view = presentResult(kept(result), noForm, german)

    assert.equal(view.stages[0].detail, 'failures.of_another_version')
    assert.equal(view.advice!.cause, 'advice.of-another-version.cause')
    assert.isEmpty(view.advice!.steps)
  })

  test('has its times and days in the language of the page', ({ assert }) => {
    const certificate = {
      names: ['mail.example.com'],
      issuer: 'R11',
      validFrom: '2026-01-01T00:00:00.000Z',
      validTo: '2026-03-03T00:00:00.000Z',
    }
    const tls = { protocol: 'TLSv1.3', cipher: 'TLS_AES_256_GCM_SHA384', certificate }
    const left = (at: string) => presentTls(tls, DateTime.fromISO(at), german).certificate!.left

    assert.equal(left('2026-03-01T12:00:00Z'), '1 Tag verbleibend zum Zeitpunkt des Tests')
    assert.equal(left('2026-02-01T00:00:00Z'), '30 Tage verbleibend zum Zeitpunkt des Tests')
    assert.equal(left('2026-04-01T00:00:00Z'), 'zum Zeitpunkt des Tests bereits abgelaufen')
    assert.equal(formatDuration(3210, en), '3.2 s')
    assert.equal(formatDuration(12, german), '12 ms')
  })

  test('says what was found about the sender’s domain in the language of the page', ({
    assert,
  }) => {
    const messages = [{ key: 'sender.dkimTest' as const }]
    const finding = { name: 'DKIM' as const, state: 'good' as const, messages }

    assert.containsSubset(presentFinding(finding, german), {
      title: 'DKIM',
      word: 'In Ordnung',
      detail: german('sender.dkimTest'),
    })
  })
})
