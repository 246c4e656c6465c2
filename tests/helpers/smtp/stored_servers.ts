import type { SmtpConfig } from '#smtp_admin'
import { createConfig } from '../db/configs.js'
import type { LocalServer } from './local_server.js'

/** A configuration for a server of this test: without encryption and login unless asked for. */
export function storeServer(
  server: LocalServer,
  values: Record<string, unknown> = {}
): Promise<SmtpConfig> {
  return createConfig({ ...server.address, useTls: false, timeout: 20, ...values })
}

/** The same, active. */
export function activateServer(server: LocalServer, values: Record<string, unknown> = {}) {
  return storeServer(server, { isActive: true, ...values })
}
