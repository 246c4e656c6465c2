import type { Envelope } from '../mail/envelope_probe.js'
import type { ConnectionEvent } from '../mail/connection_events.js'
import type { TlsInfo } from '../models/test_report.js'
import type { Candidate } from '../resolution/candidate.js'
import { toSingleLine } from '../sanitize.js'
import { tlsMessage } from './certificate.js'
import { type Capabilities, capabilitiesMessage, parseEhlo } from './ehlo.js'
import type { StageRecorder } from './stage_recorder.js'

const MAX_LISTED_ADDRESSES = 8
const MAX_GREETING_LENGTH = 200

export interface ObserverOptions {
  candidate: Candidate
  envelope: Envelope | null
  recorder: StageRecorder
  /** Called with the address that was connected to, before the server greets. */
  onConnected: (address: string) => void
}

/** Completes test stages from connection events. */
export class ConnectionObserver {
  readonly transcript = new Transcript()
  /** Null: the connection is not encrypted yet. */
  tls: TlsInfo | null = null
  /** From the latest reply to EHLO. */
  capabilities: Capabilities | null = null
  #options: ObserverOptions
  #lastCommand = ''

  constructor(options: ObserverOptions) {
    this.#options = options
  }

  handle(event: ConnectionEvent): void {
    const { candidate, recorder, onConnected } = this.#options
    switch (event.type) {
      case 'resolved': {
        const addresses = event.addresses.slice(0, MAX_LISTED_ADDRESSES).join(', ')
        return recorder.pass({ key: 'stages.found', params: { addresses } })
      }
      case 'connected': {
        const { address } = event
        recorder.pass({ key: 'stages.connected', params: { address, port: candidate.port } })
        return onConnected(address)
      }
      case 'secured':
        this.tls = event.tls
        return recorder.pass(tlsMessage(event.tls))
      case 'said':
        this.transcript.add(event.by, event.text)
        if (event.by === 'server') {
          return this.#handleReply(event.text, event.status)
        }
        this.#lastCommand = event.command
        return
      case 'accepted':
        return this.#handleAccepted(event.command)
    }
  }

  #handleReply(text: string, status: number) {
    const { recorder } = this.#options
    if (recorder.current === 'greeting' && status === 220) {
      const words = toSingleLine(text.slice('220 '.length), MAX_GREETING_LENGTH)
      recorder.pass({ key: 'stages.greeted', params: { words } })
    } else if (/^(EHLO|HELO)$/.test(this.#lastCommand) && /^2/.test(String(status))) {
      this.#handleCapabilities(parseEhlo(text))
    }
  }

  #handleCapabilities(capabilities: Capabilities) {
    const { candidate, recorder } = this.#options
    if (recorder.current !== 'ehlo') {
      // The second EHLO, after STARTTLS: many servers announce AUTH only now, and STARTTLS no more.
      this.capabilities = { ...capabilities, startTls: true }
      recorder.amend('ehlo', capabilitiesMessage(this.capabilities))
      return
    }
    this.capabilities = capabilities
    recorder.pass(capabilitiesMessage(capabilities))
    if (candidate.encryption === 'none') {
      recorder.skip({ key: 'stages.not_encrypted' })
    }
  }

  #handleAccepted(command: 'MAIL FROM' | 'RCPT TO') {
    const { envelope, recorder } = this.#options
    const address = envelope![command === 'MAIL FROM' ? 'from' : 'to']
    recorder.pass({ key: 'stages.accepted', params: { address } })
  }
}

const MAX_LINES = 200
const MAX_LINE_LENGTH = 500

const PROMPTS = { client: 'C', server: 'S' }

/** The dialogue on a connection: bounded, one line each, without control characters. */
export class Transcript {
  #lines: string[] = []
  #dropped = 0

  /** @param text one or more redacted lines */
  add(by: keyof typeof PROMPTS, text: string): void {
    // Truncated before it is split: a server may send a megabyte.
    for (const line of text.slice(0, MAX_LINE_LENGTH * MAX_LINES).split(/\r?\n/)) {
      if (this.#lines.length < MAX_LINES) {
        this.#lines.push(`${PROMPTS[by]}: ${toSingleLine(line, MAX_LINE_LENGTH)}`)
      } else {
        this.#dropped++
      }
    }
  }

  get text(): string {
    const rest = this.#dropped > 0 ? [`(${this.#dropped} more lines)`] : []
    return [...this.#lines, ...rest].join('\n')
  }
}
