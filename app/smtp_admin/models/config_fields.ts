import { hash } from 'node:crypto'

/** The values that a field can hold, and what its column and its form control are made for. */
type FieldType = 'text' | 'host' | 'email' | 'password' | 'integer' | 'boolean'

interface FieldDefinition {
  column: string
  type: FieldType
  /** The smallest number. */
  min?: number
  /** The largest number, or the most characters. */
  max?: number
  /** The value of a new configuration. A field without a default is required. */
  default?: string | number | boolean | null
  /** Part of the settings of a connection: a change makes the latest test stale. */
  isConnection?: boolean
  /** Part of where the password may be sent: a change asks for the password again. */
  isDestination?: boolean
  /** A send needs it. */
  isSending?: boolean
  /** A copy of the configuration does not get it. */
  isUnique?: boolean
}

/**
 * The fields of a configuration, in the order of the form. Defaults, validation, the settings hash, the
 * destination of a password, copies, the labels of the history and the lists of columns come from here.
 */
export const FIELDS = {
  name: { column: 'name', type: 'text', max: 100, isSending: true, isUnique: true },
  scope: {
    column: 'scope',
    type: 'text',
    max: 100,
    default: 'site',
    isConnection: true,
    isDestination: true,
    isSending: true,
  },
  host: {
    column: 'host',
    type: 'host',
    max: 255,
    isConnection: true,
    isDestination: true,
    isSending: true,
  },
  useTls: {
    column: 'use_tls',
    type: 'boolean',
    default: false,
    isConnection: true,
    isDestination: true,
    isSending: true,
  },
  useSsl: {
    column: 'use_ssl',
    type: 'boolean',
    default: false,
    isConnection: true,
    isDestination: true,
    isSending: true,
  },
  port: {
    column: 'port',
    type: 'integer',
    min: 1,
    max: 65535,
    isConnection: true,
    isDestination: true,
    isSending: true,
  },
  verifyCertificate: {
    column: 'verify_certificate',
    type: 'boolean',
    default: true,
    isConnection: true,
    isDestination: true,
    isSending: true,
  },
  username: {
    column: 'username',
    type: 'text',
    max: 255,
    default: null,
    isConnection: true,
    isDestination: true,
    isSending: true,
    isUnique: true,
  },
  password: {
    column: 'password',
    type: 'password',
    max: 1000,
    default: null,
    isConnection: true,
    isSending: true,
    isUnique: true,
  },
  fromEmail: { column: 'from_email', type: 'email', max: 254, default: null, isSending: true },
  fromName: { column: 'from_name', type: 'text', max: 255, default: null, isSending: true },
  replyTo: { column: 'reply_to', type: 'email', max: 254, default: null, isSending: true },
  /** Seconds. */
  timeout: {
    column: 'timeout',
    type: 'integer',
    min: 1,
    max: 300,
    default: 10,
    isConnection: true,
    isSending: true,
  },
  ehloName: {
    column: 'ehlo_name',
    type: 'host',
    max: 255,
    default: null,
    isConnection: true,
    isSending: true,
  },
  notes: { column: 'notes', type: 'text', max: 500, default: null },
  isActive: { column: 'is_active', type: 'boolean', default: false, isUnique: true },
  fallbackOrder: {
    column: 'fallback_order',
    type: 'integer',
    min: 1,
    max: 1000,
    default: null,
    isUnique: true,
  },
  rateLimitPerMinute: {
    column: 'rate_limit_per_minute',
    type: 'integer',
    min: 1,
    max: 1_000_000,
    default: null,
  },
} as const satisfies Record<string, FieldDefinition>

/** The name of a field: the attribute of the model. */
export type FieldName = keyof typeof FIELDS

/** A column that holds a field. */
export type FieldColumn = (typeof FIELDS)[FieldName]['column']

type ScalarOf<Type extends FieldType> = Type extends 'integer'
  ? number
  : Type extends 'boolean'
    ? boolean
    : string

type ValueOf<Definition> = Definition extends { type: infer Type extends FieldType; default: null }
  ? ScalarOf<Type> | null
  : Definition extends { type: infer Type extends FieldType }
    ? ScalarOf<Type>
    : never

/** Valid values of every field, by column. */
export type ConfigColumns = {
  [Name in FieldName as (typeof FIELDS)[Name]['column']]: ValueOf<(typeof FIELDS)[Name]>
}

/** Valid values of every field, by attribute. */
export type FieldValues = { [Name in FieldName]: ValueOf<(typeof FIELDS)[Name]> }

/** The fields that a send needs. */
export type SendingField = {
  [Name in FieldName]: (typeof FIELDS)[Name] extends { isSending: true } ? Name : never
}[FieldName]

/** Values by attribute; the database may return booleans as numbers. */
type Row = Partial<Record<FieldName, unknown>>

type FieldFlag = 'isConnection' | 'isDestination' | 'isSending' | 'isUnique'

/** The definitions with all their options. */
export const DEFINITIONS = Object.entries<FieldDefinition>(FIELDS) as [
  FieldName,
  FieldDefinition & { column: FieldColumn },
][]

export const SENDING_FIELDS = fieldsWhere('isSending') as SendingField[]
const CONNECTION_FIELDS = fieldsWhere('isConnection')
const DESTINATION_FIELDS = fieldsWhere('isDestination')

/** The columns of the settings of a connection. */
export const CONNECTION_COLUMNS = CONNECTION_FIELDS.map((name) => FIELDS[name].column)

/** The values of a new configuration, by column. */
export const DEFAULTS: Partial<ConfigColumns> = Object.fromEntries(
  DEFINITIONS.filter(([, it]) => it.default !== undefined).map(([, it]) => [it.column, it.default])
)

/** The fields with a flag, in the order of the form. */
export function fieldsWhere(flag: FieldFlag): FieldName[] {
  return DEFINITIONS.filter(([, definition]) => definition[flag]).map(([name]) => name)
}

/**
 * Identifies the settings of a connection: 64 hexadecimal digits.
 *
 * @param sealedPassword the password as it is stored
 */
export function hashSettings(row: Row, sealedPassword: string | null): string {
  const values = { ...pick(row, CONNECTION_FIELDS), password: sealedPassword }
  return hash('sha256', JSON.stringify(values))
}

/** Where the password of a configuration may be sent, and the row that it belongs to. */
export function toDestination(row: Row & { id: string }): Record<string, unknown> {
  return { id: row.id, ...pick(row, DESTINATION_FIELDS) }
}

/** Whether a password that was meant for one row would be sent elsewhere with another. */
export function destinationChanged(one: Row, other: Row): boolean {
  return DESTINATION_FIELDS.some(
    (name) => name in one && toValue(name, one[name]) !== toValue(name, other[name])
  )
}

function pick(row: Row, names: FieldName[]) {
  return Object.fromEntries(names.map((name) => [name, toValue(name, row[name])]))
}

function toValue(name: FieldName, value: unknown): unknown {
  return FIELDS[name].type === 'boolean' ? Boolean(value) : (value ?? null)
}
