import db from '@adonisjs/lucid/services/db'
import {
  type ActivationPolicy,
  type FallbackServer,
  type SmtpConfig,
  type SmtpAdminConfig,
  defineConfig,
} from '#smtp_admin'
import { readEnvironment } from '../../../app/smtp_admin/resolution/environment.js'
import { services } from '../services.js'

export const HOME = '/admin/smtp'
export const LIST = '/admin/smtp/configs'
export const ADD = `${LIST}/add`
export const RUNS = '/admin/smtp/tests'

type ConfigPage =
  'change' | 'history' | 'change/test' | 'delete' | 'activate' | 'deactivate' | 'test'

/** The address of a page of one configuration. */
export function pagePath({ id }: { id: string }, page: ConfigPage): string {
  return `${LIST}/${id}/${page}`
}

/** What the form sends for a new configuration that breaks no rule. */
export function newInput(overrides: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    name: 'Primary Mail Server',
    host: 'mail.example.com',
    port: '587',
    encryption: 'starttls',
    verify_certificate: '1',
    username: '',
    password: '',
    from_email: '',
    from_name: '',
    reply_to: '',
    timeout: '10',
    ehlo_name: '',
    notes: '',
    ...overrides,
  }
}

/** What the form sends for a stored configuration when only some fields are touched. */
export function storedInput(config: SmtpConfig, overrides: Record<string, unknown> = {}) {
  return newInput({
    name: config.name,
    host: config.host,
    port: String(config.port),
    encryption: config.encryption,
    verify_certificate: config.verifyCertificate ? '1' : '0',
    username: config.username ?? '',
    password_mode: 'keep',
    from_email: config.fromEmail ?? '',
    timeout: String(config.timeout),
    ...(config.isActive ? { is_active: '1' } : {}),
    ...overrides,
  })
}

/** Every row as the database has it: whatever a refused request did shows in here. */
export function storedRows() {
  return db.from('smtp_configs').orderBy('id')
}

/** Seals the stored password with a key that is not the app's, as after APP_KEY was changed. */
export async function makeUnreadable(config: SmtpConfig) {
  const otherKey = 'gcm.v1:bm90LW91cnM.bm90LW91cnM.bm90LW91cnM'
  const row = { password: otherKey, encryption_key_id: 'that of another key', revision: 99 }
  await db.from('smtp_configs').where('id', config.id).update(row)
}

/** Replaces the default server until the returned function is called. */
export async function useEnvironment(fallback: FallbackServer) {
  const { resolver } = services
  const { environment } = resolver
  resolver.environment = await readEnvironment(defineConfig({ fallback }).fallback)
  return () => {
    resolver.environment = environment
  }
}

/** Has the host decide otherwise who may do what, until the returned function is called. */
export function useAuthorize(authorize: SmtpAdminConfig['authorize']) {
  const { config } = services
  const { authorize: own } = config
  config.authorize = authorize
  return () => {
    config.authorize = own
  }
}

/** Has the app want tests before an activation, or not, until the returned function is called. */
export function useActivation(activation: ActivationPolicy) {
  const { config } = services
  const { activation: own } = config
  config.activation = activation
  return () => {
    config.activation = own
  }
}

/** Replaces the app's rule for activations until the returned function is called. */
export function useBeforeActivate(beforeActivate: SmtpAdminConfig['beforeActivate']) {
  const { config } = services
  const { beforeActivate: own } = config
  config.beforeActivate = beforeActivate
  return () => {
    config.beforeActivate = own
  }
}
