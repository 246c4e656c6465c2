/**
 * The rooms of app/smtp_admin, lowest first: what each may import, the rooms of which it may name the
 * types only, and why. Arrows go one way, downwards.
 */
const ROOMS = {
  i18n: {
    uses: [],
    why: 'what is said depends on nobody who says it',
  },
  secrets: {
    uses: [],
    why: 'it is the only code that seals or opens a password, and stays readable on its own',
  },
  models: {
    uses: ['secrets', 'i18n'],
    why: 'a row keeps its invariants whoever saves it, so it knows nothing of its users',
  },
  resolution: {
    uses: ['models', 'i18n'],
    typesOf: ['secrets'],
    why: 'it decides which servers a message may use; it opens no password and no connection',
  },
  mail: {
    uses: ['resolution', 'secrets', 'models', 'i18n'],
    why: 'mail is sent whether or not there are pages',
  },
  diagnostics: {
    uses: ['mail', 'models', 'i18n'],
    typesOf: ['resolution', 'secrets'],
    why: 'a test goes through the very connection that delivery makes',
  },
  actions: {
    uses: ['models', 'resolution', 'diagnostics', 'i18n'],
    typesOf: ['secrets', 'mail'],
    why: 'pages, API and commands share it, so it knows none of them',
  },
  admin: {
    uses: ['actions', 'models', 'resolution', 'diagnostics', 'i18n'],
    typesOf: ['secrets', 'mail'],
    why: 'a page shows and changes rows; it neither opens passwords nor sends mail',
  },
  api: {
    uses: ['actions', 'models', 'resolution', 'diagnostics', 'i18n'],
    typesOf: ['secrets', 'mail'],
    why: 'it offers what the pages offer, as JSON, and neither opens passwords nor sends mail',
  },
  configure: {
    uses: [],
    why: 'it edits the files of a host, where nothing of the plugin runs yet',
  },
}

/** The room that a project path lies in, or undefined for a file outside them. */
export function roomOf(path) {
  const room = /^app\/smtp_admin\/([^/]+)\//.exec(path)?.[1]
  return room !== undefined && Object.hasOwn(ROOMS, room) ? room : undefined
}

/** Says why one room may not import another, or nothing where it may. */
export function refuseRoom(from, to, typeOnly) {
  const { uses, typesOf = [], why } = ROOMS[from]
  if (from === to || uses.includes(to) || (typeOnly && typesOf.includes(to))) {
    return null
  }
  const rooms = uses.length === 0 ? 'no other room' : `only ${uses.join(', ')}`
  const types = typesOf.length === 0 ? '' : ` (and types of ${typesOf.join(', ')})`
  return `The room "${from}" may import ${rooms}${types}, not "${to}": ${why}.`
}
