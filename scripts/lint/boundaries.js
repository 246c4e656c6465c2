import { dirname, relative, resolve } from 'node:path'
import { refuseRoom, roomOf } from './rooms.js'

/** Files of the plugin: what is published. */
const PLUGIN = /^(index|configure)\.ts$|^(providers|services|commands|stubs)\/|^app\/smtp_admin\//

/** Modules that read the running app when they are imported. */
const SERVICES = /^@adonisjs\/[^/]+\/services\//

const messages = {
  alias:
    'Plugin code imports relative paths: "{{ source }}" resolves against the imports of the published package, which does not carry them, and every host would fail with ERR_MODULE_NOT_FOUND.',
  service:
    'Plugin code resolves services from the container: "{{ source }}" reads the running app when it is imported, and breaks where no app has booted. Only services/main.ts may do that.',
  host: 'Plugin code is published without the host app: "{{ source }}" is not in the package.',
  upwards:
    'A room does not reach up to what is built on it: "{{ source }}" imports the rooms itself. Pass in what is needed.',
  pages:
    'Only the root files and the provider mount "{{ source }}": commands and services work without pages.',
  room: '{{ reason }}',
}

/** True where the import disappears when TypeScript is compiled, so that nothing is loaded. */
function isTypeOnly({ importKind, exportKind, specifiers = [] }) {
  const kinds = specifiers.map((specifier) => specifier.importKind ?? specifier.exportKind)
  return (
    [importKind, exportKind].includes('type') ||
    (kinds.length > 0 && kinds.every((kind) => kind === 'type'))
  )
}

/** Says what is wrong with `file` importing `source`, which is the project's `target`, if anything is. */
function refuse(file, source, target, typeOnly) {
  if (source.startsWith('#')) {
    return { messageId: 'alias', data: { source } }
  }
  if (SERVICES.test(source) && file !== 'services/main.ts') {
    return { messageId: 'service', data: { source } }
  }
  if (!source.startsWith('.') || target === 'package.json') {
    return null
  }
  if (!PLUGIN.test(target.replace(/\.js$/, '.ts'))) {
    return { messageId: 'host', data: { source } }
  }

  const from = roomOf(file)
  const to = roomOf(target)
  if (from && !target.startsWith('app/smtp_admin/')) {
    return { messageId: 'upwards', data: { source } }
  }
  if (/^(commands|services)\//.test(file) && ['admin', 'api'].includes(to)) {
    return { messageId: 'pages', data: { source } }
  }
  const reason = from && to ? refuseRoom(from, to, typeOnly) : null
  return reason ? { messageId: 'room', data: { reason } } : null
}

/** An ESLint rule: keeps the plugin publishable, and the arrows between its rooms going one way. */
export const boundaries = {
  meta: { type: 'problem', schema: [], messages },

  create(context) {
    const inProject = (path) => relative(context.cwd, path).replaceAll('\\', '/')
    const file = inProject(context.filename)

    function check(node) {
      const source = node.source?.value
      if (typeof source !== 'string' || !PLUGIN.test(file)) {
        return
      }
      const target = inProject(resolve(dirname(context.filename), source))
      const refused = refuse(file, source, target, isTypeOnly(node))
      if (refused) {
        context.report({ node, ...refused })
      }
    }

    return {
      ImportDeclaration: check,
      ImportExpression: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
    }
  },
}
