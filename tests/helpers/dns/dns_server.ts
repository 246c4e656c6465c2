import { once } from 'node:events'
import { type AddressInfo, type Socket, isIP } from 'node:net'
import DNS, { type DnsHandler, type Packet, type TCPServer, type UDPServer } from 'dns2'
import { getActiveTest } from '@japa/runner'
import dns from 'node:dns'

const { TYPE, CLASS, RCODE } = DNS.Packet

const MOST_BY_UDP = 512
const MOST_BY_TCP = 65_535

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
    this.zone = zone
    this.#udp = DNS.createUDPServer((...asked) => this.#answer(MOST_BY_UDP, ...asked))
    this.#tcp = DNS.createTCPServer((...asked) => this.#answer(MOST_BY_TCP, ...asked))
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

  /** On the same port for both, as DNS has it. Hardly anybody else is there over UDP. */
  async #listen() {
    this.#tcp.listen(0, '127.0.0.1')
    await once(this.#tcp, 'listening')
    const { port } = this.#tcp.address() as AddressInfo
    await new Promise<void>((done) => this.#udp.bind(port, '127.0.0.1', done))
  }

  #answer(most: number, ...[request, send]: Parameters<DnsHandler>) {
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
    void send(fitting(response, most))
  }
}

function answersOf(records: Records, type: string): Answer[] {
  const { CNAME = [], A = [], AAAA = [], MX = [], SRV = [], TXT = [] } = records
  const answers: Record<string, Answer[]> = {
    A: A.map((address) => ({ address })),
    AAAA: AAAA.map((address) => ({ address })),
    MX: MX.map(([priority, exchange]) => ({ priority, exchange })),
    SRV: SRV.map(([priority, weight, port, target]) => ({ priority, weight, port, target })),
    TXT: TXT.map((text) => ({ data: stringsOf(text) })),
  }
  const aliases = CNAME.map((domain) => ({ type: TYPE.CNAME, domain }))
  return [...aliases, ...(answers[type] ?? [])]
}

/** A text in strings of 255 bytes, which is the most that one has. */
function stringsOf(text: string): Buffer[] {
  const bytes = Buffer.from(text)
  const count = Math.max(1, Math.ceil(bytes.length / 255))
  return Array.from({ length: count }, (_, at) => bytes.subarray(at * 255, (at + 1) * 255))
}

/** What does not fit is to be asked for over TCP. */
function fitting(response: Packet, most: number): Buffer {
  const whole = encoded(response)
  if (whole.length <= most) {
    return whole
  }
  Object.assign(response.header, { tc: 1 })
  response.answers = []
  return encoded(response)
}

/** The target of an SRV record may not be abbreviated (RFC 2782); dns2 does it unless it is told. */
function encoded(response: Packet): Buffer {
  const writer = Object.assign(new DNS.Packet.Writer(), { names: 'in full' })
  const encode: (by: typeof writer) => Buffer = response.toBuffer.bind(response)
  return encode(writer)
}

/** What the system says where a name server says these. */
const SYSTEM_CODES: Record<string, string> = { ESERVFAIL: 'EAI_AGAIN', ETIMEOUT: 'EAI_AGAIN' }

type Found = (error: Error | null, addresses?: object[]) => void

/** Makes this process ask a name server of its own, until the running test is over. */
export async function lookNamesUpIn(zone: Zone): Promise<DnsServer> {
  const server = await DnsServer.start(zone)
  const { Resolver, lookup } = dns
  class OwnResolver extends Resolver {
    constructor(options?: dns.ResolverOptions) {
      super(options)
      this.setServers([server.address])
    }
  }
  type Lookup = (name: string, options: object, done: Found) => void
  const ask: Lookup = (name, options, done) => {
    if (isIP(name)) {
      return (lookup as Lookup)(name, options, done)
    }
    new OwnResolver().resolve4(name, (error, addresses = []) => {
      const found = addresses.map((address) => ({ address, family: 4 }))
      const code = error && (SYSTEM_CODES[error.code ?? ''] ?? error.code)
      done(error && Object.assign(error, { code }), found)
    })
  }
  Object.assign(dns, { Resolver: OwnResolver, lookup: ask })
  getActiveTest()?.cleanup(() => void Object.assign(dns, { Resolver, lookup }))
  return server
}
