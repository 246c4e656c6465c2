import { dirname, relative, resolve } from 'node:path'
import { layerOf, layerViolation } from './layers.js'

/** Files that are published. */
const PLUGIN = /^(index|configure)\.ts$|^(providers|services|commands|stubs)\/|^app\/smtp_admin\//

/** Modules that read the running app when they are imported. */
const SERVICES = /^@adonisjs\/[^/]+\/services\//

const messages = {
  alias:
    'Plugin code must use relative imports. "{{ source }}" resolves through the imports of package.json, which are not published: every host would fail with ERR_MODULE_NOT_FOUND.',
  service:
    'Plugin code must resolve services from the container. "{{ source }}" reads the running app when it is imported, and fails before an app has booted. Only services/main.ts may import it.',
  host: 'Plugin code is published without the demo app: "{{ source }}" is not in the package.',
  upwards:
    'A layer must not import the root files that are built on it: "{{ source }}". Pass in what it needs.',
  pages:
    'Only the root files and the provider may import "{{ source }}": commands and services work without pages.',
  layer: '{{ reason }}',
}

/** True if TypeScript removes the import when it compiles the file. */
function isTypeOnly({ importKind, exportKind, specifiers = [] }) {
  const kinds = specifiers.map((specifier) => specifier.importKind ?? specifier.exportKind)
  return (
    [importKind, exportKind].includes('type') ||
    (kinds.length > 0 && kinds.every((kind) => kind === 'type'))
  )
}

/** The violation of `file` importing `source`, which resolves to `target`, or null. */
function violation(file, source, target, typeOnly) {
  if (source.startsWith('#')) {
    return { messageId: 'alias', data: { source } }
  }
  if (SERVICES.test(source) && file !== 'services/main.ts') {
    return { messageId: 'service', data: { source } }
  }
  if (!source.startsWith('.') || target === 'package.json') {
    return null
  }
  if (isHostOnly(target)) {
    return { messageId: 'host', data: { source } }
  }

  const from = layerOf(file)
  const to = layerOf(target)
  if (from && !/^(app\/smtp_admin|resources\/lang)\//.test(target)) {
    return { messageId: 'upwards', data: { source } }
  }
  if (/^(commands|services)\//.test(file) && ['admin', 'api'].includes(to)) {
    return { messageId: 'pages', data: { source } }
  }
  const reason = from && to ? layerViolation(from, to, typeOnly) : null
  return reason ? { messageId: 'layer', data: { reason } } : null
}

/** True if the file is not published: message catalogs are, beside the code. */
function isHostOnly(target) {
  return !PLUGIN.test(target.replace(/\.js$/, '.ts')) && !target.startsWith('resources/lang/')
}

/** An ESLint rule: plugin code stays publishable, and layers import only the layers below them. */
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
      const found = violation(file, source, target, isTypeOnly(node))
      if (found) {
        context.report({ node, ...found })
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
