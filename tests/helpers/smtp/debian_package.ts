import { spawnSync } from 'node:child_process'
import { existsSync, globSync } from 'node:fs'
import { join } from 'node:path'

/** Where .ci/mail_servers has unpacked programs. */
const FOLDER = process.env.DEBIAN_MAIL_SERVERS ?? ''

/** A file of the packages, as in `usr/sbin/exim4`. */
export function unpacked(path: string): string {
  return join(FOLDER, path)
}

/** A library of the packages, as in `libsasl2.so.2`, in whatever folder this architecture has it. */
export function unpackedLibrary(name: string): string {
  const [path = ''] = globSync(unpacked(`usr/lib/*-linux-*/${name}`))
  return path
}

/** What lets programs find the libraries that came with them. */
export function librariesOfPackages(): Record<string, string> {
  const folders = ['lib/*-linux-*', 'usr/lib/*-linux-*', 'usr/lib/postfix']
  return { LD_LIBRARY_PATH: globSync(folders.map(unpacked)).join(':') }
}

/** Why these programs cannot be run here, for those who read what was skipped; null: they can. */
export function whyNotHere(...programs: string[]): string | null {
  if (!FOLDER) {
    return 'DEBIAN_MAIL_SERVERS does not name a folder that .ci/mail_servers has filled'
  }
  return programs.map((it) => whyNotRun(unpacked(it))).find((it) => it !== null) ?? null
}

function whyNotRun(program: string) {
  if (!existsSync(program)) {
    return `${program} is not there`
  }
  const env = { ...process.env, ...librariesOfPackages() }
  const { stdout, stderr } = spawnSync('ldd', [program], { env, encoding: 'utf8' })
  const lack = `${stdout}\n${stderr}`.split('\n').find((line) => line.includes('not found'))
  return lack ? `${program} lacks a library: ${lack.trim()}` : null
}
