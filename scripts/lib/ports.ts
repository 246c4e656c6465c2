import { createServer, type AddressInfo } from 'node:net'

/** Listens for a moment; answers with the port, or nothing when it is taken. */
function tryPort(port: number, host: string) {
  return new Promise<number | null>((resolve, reject) => {
    const server = createServer()
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' || error.code === 'EACCES' ? resolve(null) : reject(error)
    )
    server.listen(port, host, () => {
      const { port: taken } = server.address() as AddressInfo
      server.close(() => resolve(taken))
    })
  })
}

/**
 * The first port that nothing listens on, from this one upwards; any at all, from 0. A name such as
 * localhost may stand for two addresses, and whoever comes by the other must not meet someone else.
 */
export async function freePort(first: number, host: string) {
  for (let port = first; port < Math.min(first + 100, 65_536); port++) {
    const free = await tryPort(port, host)
    if (free !== null && (await tryPort(free, '127.0.0.1')) !== null) {
      return free
    }
  }
  throw new Error(`There is no free port at ${host} between ${first} and ${first + 99}.`)
}
