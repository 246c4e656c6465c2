import type { Envelope } from '../mail/envelope_probe.js'
import type { ConnectionEvent } from '../mail/observed_connection.js'
import type { TlsFacts } from '../mail/tls_info.js'
import { plainLine } from '../sanitize.js'
import type { Candidate } from '../resolution/candidate.js'
import { tlsPhrase } from './certificate.js'
import { extensionsPhrase, type Extensions, readExtensions } from './ehlo.js'
import type { Progress } from './stage_recorder.js'
import { Transcript } from './transcript.js'

const MOST_ADDRESSES = 8

/** Listens to a connection: what is heard on it ends the steps of the test, one after the other. */
export class Hearing {
  readonly transcript = new Transcript()
  /** How the connection is encrypted; null: it is not, or not yet. */
  tls: TlsFacts | null = null
  /** What the latest answer to EHLO offers. */
  offers: Extensions | null = null
  #candidate: Candidate
  #envelope: Envelope | null
  #progress: Progress
  #onConnected: (address: string) => void
  /** The latest command of ours. */
  #command = ''

  /** @param onConnected told of the address that was connected to, before anything is said */
  constructor(
    candidate: Candidate,
    envelope: Envelope | null,
    progress: Progress,
    onConnected: (address: string) => void
  ) {
    this.#candidate = candidate
    this.#envelope = envelope
    this.#progress = progress
    this.#onConnected = onConnected
  }

  /** Takes note of what happened. */
  heed(event: ConnectionEvent): void {
    switch (event.type) {
      case 'resolved':
        return this.#progress.pass({
          key: 'stages.found',
          values: { addresses: event.addresses.slice(0, MOST_ADDRESSES).join(', ') },
        })
      case 'connected':
        this.#progress.pass({
          key: 'stages.connected',
          values: { address: event.address, port: this.#candidate.port },
        })
        return this.#onConnected(event.address)
      case 'secured':
        this.tls = event.tls
        return this.#progress.pass(tlsPhrase(event.tls))
      case 'said':
        this.transcript.add(event.by, event.text)
        if (event.by === 'server') {
          return this.#heedReply(event.text, event.status)
        }
        this.#command = event.command
        return
      case 'accepted':
        return this.#heedAccepted(event.command)
    }
  }

  #heedReply(text: string, status: number) {
    const { current } = this.#progress
    if (current === 'greeting' && status === 220) {
      this.#progress.pass({
        key: 'stages.greeted',
        values: { words: plainLine(text.slice('220 '.length), 200) },
      })
    } else if (/^(EHLO|HELO)$/.test(this.#command) && /^2/.test(String(status))) {
      this.#heedExtensions(readExtensions(text))
    }
  }

  #heedExtensions(offers: Extensions) {
    if (this.#progress.current === 'ehlo') {
      this.offers = offers
      this.#progress.pass(extensionsPhrase(offers))
      this.#skipTls()
    } else {
      // The second EHLO, after STARTTLS: only now does a server say how to log in.
      this.offers = { ...offers, startTls: true }
      this.#progress.revise('ehlo', extensionsPhrase(this.offers))
    }
  }

  #skipTls() {
    if (this.#candidate.encryption === 'none') {
      this.#progress.skip({ key: 'stages.not_encrypted' })
    }
  }

  #heedAccepted(command: 'MAIL FROM' | 'RCPT TO') {
    const address = this.#envelope![command === 'MAIL FROM' ? 'from' : 'to']
    this.#progress.pass({ key: 'stages.accepted', values: { address } })
  }
}
