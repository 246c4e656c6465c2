/** A package that the host has to have set up, and how it is called where it is. */
interface Peer {
  name: string
  /** What `node ace add` and `node ace configure` call it. */
  aceName: string
  provider: string
}

const PEERS: Peer[] = [
  ['@adonisjs/lucid', '@adonisjs/lucid/database_provider'],
  ['@adonisjs/mail', '@adonisjs/mail/mail_provider'],
  ['@adonisjs/session', '@adonisjs/session/session_provider'],
  ['@adonisjs/shield', '@adonisjs/shield/shield_provider'],
  ['edge.js', '@adonisjs/core/providers/edge_provider'],
].map(([name, provider]) => ({ name, aceName: name === 'edge.js' ? 'edge' : name, provider }))

/** What the host has. */
export interface HostPackages {
  /** The packages that its package.json names. */
  installed: Set<string>
  /** Whether adonisrc.ts registers this provider. */
  isRegistered: (provider: string) => boolean
  hasAssembler: boolean
}

/**
 * What is missing, one sentence for each with the command that adds it; nothing when all is there.
 * npm installs peers by itself, so what counts is whether their providers are registered.
 */
export function describeMissingPeers(host: HostPackages): string[] {
  const missing = PEERS.filter(({ provider }) => !host.isRegistered(provider)).map((peer) => {
    const [state, verb] = host.installed.has(peer.name)
      ? ['is installed but not configured', 'configure']
      : ['is missing', 'add']
    return `${peer.name} ${state}. Run "node ace ${verb} ${peer.aceName}".`
  })
  if (!host.hasAssembler) {
    missing.unshift(
      '@adonisjs/assembler is missing, which edits the files of an app. Run "npm i -D @adonisjs/assembler".'
    )
  }
  return missing
}
