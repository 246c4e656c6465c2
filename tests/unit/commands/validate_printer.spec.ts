import { cliui } from '@adonisjs/core/ace'
import { test } from '@japa/runner'
import { ValidatePrinter } from '../../../commands/_validate_printer.js'
import { emptyReport } from '../../../commands/_validate_report.js'

function printer() {
  const lines: string[] = []
  const { colors } = cliui({ mode: 'silent' })
  return { lines, printer: new ValidatePrinter((line) => lines.push(line), colors) }
}

test.group('What smtp:validate says at the end', () => {
  test('is what it means, the values that would work, and what else to try', ({ assert }) => {
    const { lines, printer: it } = printer()
    const correction = { port: 465, encryption: 'tls' } as const
    const advice = { cause: 'The port is for TLS.', steps: ['Ask the provider.'], correction }
    it.outcome({ ...emptyReport(), advice })
    assert.deepEqual(lines, [
      '     The port is for TLS.',
      '     → Use port 465 with SSL/TLS',
      '     → Ask the provider.',
    ])
  })

  test('is what was found of the sender’s domain', ({ assert }) => {
    const { lines, printer: it } = printer()
    it.outcome({
      ...emptyReport(),
      sender: [
        { name: 'SPF', state: 'good', text: 'v=spf1 -all' },
        { name: 'DMARC', state: 'missing', text: 'There is\x1b[2J none' },
        { name: 'DKIM', state: 'unknown', text: 'DNS is not responding' },
      ],
    })
    assert.deepEqual(lines, [
      '',
      '   Sender domain:',
      '   ✓ SPF: v=spf1 -all',
      '   ! DMARC: There is [2J none',
      '   – DKIM: DNS is not responding',
    ])
  })
})
