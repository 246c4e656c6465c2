import tls from 'node:tls'
import { getActiveTest } from '@japa/runner'
import { generate } from 'selfsigned'

/** A private key and its certificate. */
export interface Certificate {
  key: string
  cert: string
}

/** Before any test has added to them: a test that is set up twice must not find its own authority. */
const TRUSTED_BY_NODE = tls.getCACertificates('default')

const DAY_MS = 86_400_000

const KEY = { keyType: 'ec', curve: 'P-256', algorithm: 'sha256' } as const

/** The authority that signs the certificates of these tests. It is made once per process. */
const authority = generate([{ name: 'commonName', value: 'Authority of the tests' }], {
  ...KEY,
  extensions: [
    { name: 'basicConstraints', cA: true, critical: true },
    { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
  ],
})

/** A certificate for this machine, signed by the authority of the tests. */
export function validCertificate(): Promise<Certificate> {
  return sign('localhost', '127.0.0.1', new Date(Date.now() + DAY_MS))
}

/** The same for another machine. */
export function certificateOfAnother(): Promise<Certificate> {
  return sign('mail.example.com', '192.0.2.1', new Date(Date.now() + DAY_MS))
}

/** The same, out of date since yesterday. */
export function expiredCertificate(): Promise<Certificate> {
  return sign('localhost', '127.0.0.1', new Date(Date.now() - DAY_MS))
}

/** One for this machine that nobody but itself has signed. */
export async function selfSignedCertificate(): Promise<Certificate> {
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'localhost' }], KEY)
  return { key, cert }
}

/** The valid one, followed by the authority that nobody knows. */
export async function certificateWithAuthority(): Promise<Certificate> {
  const { key, cert } = await validCertificate()
  return { key, cert: `${cert}\n${await authorityCertificate()}` }
}

/** The certificate of the authority, for other processes to trust. */
export async function authorityCertificate(): Promise<string> {
  const { cert } = await authority
  return cert
}

/** Makes this process trust the authority until the running test is over. */
export async function trustAuthority() {
  const { cert } = await authority
  tls.setDefaultCACertificates([...TRUSTED_BY_NODE, cert])
  getActiveTest()?.cleanup(() => tls.setDefaultCACertificates(TRUSTED_BY_NODE))
}

async function sign(name: string, ip: string, notAfterDate: Date): Promise<Certificate> {
  const { private: key, cert } = await authority
  const issued = await generate([{ name: 'commonName', value: name }], {
    ...KEY,
    ca: { key, cert },
    notBeforeDate: new Date(notAfterDate.getTime() - 7 * DAY_MS),
    notAfterDate,
    extensions: [
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: name },
          { type: 7, ip },
        ],
      },
    ],
  })
  return { key: issued.private, cert: issued.cert }
}
