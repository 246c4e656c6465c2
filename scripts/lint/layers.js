/**
 * The layers of app/smtp_admin, lowest first. A layer may import the layers in `uses`, and types
 * from those in `typesOf`.
 */
const LAYERS = {
  i18n: {
    uses: [],
    why: 'messages do not depend on the code that displays them',
  },
  secrets: {
    uses: [],
    why: 'it is the only code that encrypts or decrypts a password, and must be reviewable alone',
  },
  models: {
    uses: ['secrets', 'i18n'],
    why: 'a row keeps its invariants for every caller, so it must not know its callers',
  },
  resolution: {
    uses: ['models', 'i18n'],
    typesOf: ['secrets'],
    why: 'it chooses the server for a message; it does not decrypt passwords or open connections',
  },
  mail: {
    uses: ['resolution', 'secrets', 'models', 'i18n'],
    why: 'sending works without the admin pages',
  },
  diagnostics: {
    uses: ['mail', 'models', 'i18n'],
    typesOf: ['resolution', 'secrets'],
    why: 'a connection test uses the same connection code as sending',
  },
  actions: {
    uses: ['models', 'resolution', 'diagnostics', 'i18n'],
    typesOf: ['secrets', 'mail'],
    why: 'pages, API and commands share the actions, so actions must not know them',
  },
  admin: {
    uses: ['actions', 'models', 'resolution', 'diagnostics', 'i18n'],
    typesOf: ['secrets', 'mail'],
    why: 'pages display and change rows; they do not decrypt passwords or send mail',
  },
  api: {
    uses: ['actions', 'models', 'resolution', 'diagnostics', 'i18n'],
    typesOf: ['secrets', 'mail'],
    why: 'the API does what the pages do; it does not decrypt passwords or send mail',
  },
  configure: {
    uses: [],
    why: 'it edits the files of an app in which the plugin is not running yet',
  },
}

/** The layer of a project path, or undefined for a file outside the layers. */
export function layerOf(path) {
  const layer = /^app\/smtp_admin\/([^/]+)\//.exec(path)?.[1]
  return layer !== undefined && Object.hasOwn(LAYERS, layer) ? layer : undefined
}

/** Why one layer may not import another, or null if it may. */
export function layerViolation(from, to, typeOnly) {
  const { uses, typesOf = [], why } = LAYERS[from]
  if (from === to || uses.includes(to) || (typeOnly && typesOf.includes(to))) {
    return null
  }
  const layers = uses.length === 0 ? 'no other layer' : `only ${uses.join(', ')}`
  const types = typesOf.length === 0 ? '' : ` (and types from ${typesOf.join(', ')})`
  return `The layer "${from}" may import ${layers}${types}, not "${to}": ${why}.`
}
