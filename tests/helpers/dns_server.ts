import { once } from 'node:events'
import type { Socket } from 'node:net'
import DNS, { type DnsHandler, type TCPServer, type UDPServer } from 'dns2'
import { getActiveTest } from '@japa/runner'

const { TYPE, CLASS, RCODE } = DNS.Packet

/** What a name has in DNS. A name with no entry at all does not exist. */
export interface Records {
  A?: string[]
  AAAA?: string[]
  CNAME?: string[]
  MX?: [priority: number, exchange: string][]
  SRV?: [priority: number, weight: number, port: number, target: string][]
  TXT?: string[]
}

/** What to say about a name: its records, that the server is broken, or nothing at all. */
export type Zone = Record<string, Records | 'broken' | 'silent'>

type Answer = Record<string, unknown>

/** A name server of one test, over UDP and TCP, that keeps what it was asked. */
export class DnsServer {
  /** As in `MX example.test`. */
  readonly asked: string[] = []
  /** May be changed while the server runs. */
  readonly zone: Zone
  #udp: UDPServer
  #tcp: TCPServer
  #connections = new Set<Socket>()

  static async start(zone: Zone): Promise<DnsServer> {
    const server = new DnsServer(zone)
    await server.#listen()
    getActiveTest()?.cleanup(() => server.close())
    return server
  }

  private constructor(zone: Zone) {
    const handle: DnsHandler = (request, send) => this.#answer(request, send)
    this.zone = zone
    this.#udp = DNS.createUDPServer(handle)
    this.#tcp = DNS.createTCPServer(handle)
    this.#tcp.on('connection', (socket: Socket) => this.#connections.add(socket))
  }

  /** As a resolver is told of it. */
  get address(): string {
    return `127.0.0.1:${this.#udp.address().port}`
  }

  async close(): Promise<void> {
    const closed = [once(this.#udp, 'close'), once(this.#tcp, 'close')]
    this.#udp.close()
    this.#tcp.close()
    this.#connections.forEach((socket) => socket.destroy())
    await Promise.all(closed)
  }

  /** On the same port for both, as DNS has it: another may have it over TCP, then on the next. */
  async #listen() {
    await new Promise<void>((done) => this.#udp.bind(0, '127.0.0.1', done))
    this.#tcp.listen(this.#udp.address().port, '127.0.0.1')
    await once(this.#tcp, 'listening')
  }

  #answer(request: Parameters<DnsHandler>[0], send: Parameters<DnsHandler>[1]) {
    const [{ name, type }] = request.questions as { name: string; type: number }[]
    const [typeName] = Object.entries(TYPE).find(([, it]) => it === type) ?? [String(type)]
    const records = this.zone[name.toLowerCase()]
    this.asked.push(`${typeName} ${name}`)
    if (records === 'silent') {
      return
    }
    const response = DNS.Packet.createResponseFromRequest(request)
    const header = response.header as unknown as { rcode: number }
    if (typeof records === 'object') {
      const answers = answersOf(records, typeName).map((it) => ({
        ...{ name, type, class: CLASS.IN, ttl: 1 },
        ...it,
      }))
      response.answers.push(...(answers as unknown as typeof response.answers))
    } else {
      header.rcode = records === 'broken' ? RCODE.SERVFAIL : RCODE.NXDOMAIN
    }
    void send(response)
  }
}

function answersOf(records: Records, type: string): Answer[] {
  const { CNAME = [], A = [], AAAA = [], MX = [], SRV = [], TXT = [] } = records
  const answers: Record<string, Answer[]> = {
    A: A.map((address) => ({ address })),
    AAAA: AAAA.map((address) => ({ address })),
    MX: MX.map(([priority, exchange]) => ({ priority, exchange })),
    SRV: SRV.map(([priority, weight, port, target]) => ({ priority, weight, port, target })),
    TXT: TXT.map((text) => ({ data: text.match(/[^]{1,255}/g) ?? [''] })),
  }
  const aliases = CNAME.map((domain) => ({ type: TYPE.CNAME, domain }))
  return [...aliases, ...(answers[type] ?? [])]
}
