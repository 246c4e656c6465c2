import { type IncomingMessage, type ServerResponse, createServer, request } from 'node:http'
import { LocalServer } from '../smtp/local_server.js'

/** A browser asks for this by itself. */
const FAVICON = '/favicon.ico'

/**
 * A proxy that serves an app under a path and takes that path off its requests. What is asked for
 * outside of it is somebody else's: answered with 404, and remembered.
 */
export class StrippingProxy extends LocalServer {
  readonly strays: string[] = []
  #path: string
  #app: URL

  static start(path: string, app: string): Promise<StrippingProxy> {
    const server = createServer((incoming, response) => proxy.#forward(incoming, response))
    const proxy = new StrippingProxy(server, path, app)
    return proxy.listen()
  }

  private constructor(server: ReturnType<typeof createServer>, path: string, app: string) {
    super(server)
    this.#path = path
    this.#app = new URL(app)
  }

  /** By the same name as the app, so that it gets the cookies of the app. */
  get url(): string {
    return `http://${this.#app.hostname}:${this.port}`
  }

  #forward(incoming: IncomingMessage, response: ServerResponse) {
    const path = incoming.url!
    if (!path.startsWith(`${this.#path}/`)) {
      if (path !== FAVICON) {
        this.strays.push(path)
      }
      response.writeHead(404).end()
      return
    }
    const { hostname, port } = this.#app
    const outgoing = request({
      ...{ hostname, port, method: incoming.method, headers: incoming.headers },
      path: path.slice(this.#path.length),
    })
    outgoing.on('error', () => response.writeHead(502).end())
    outgoing.on('response', (answer) => {
      response.writeHead(answer.statusCode!, answer.headers)
      answer.pipe(response)
    })
    incoming.pipe(outgoing)
  }
}
