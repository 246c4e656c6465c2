import { relative } from 'node:path'
import { sourceFiles } from './source_files.js'

const PLUGIN = /^(app\/smtp_admin|commands|providers|services)\//

/** An ESLint rule: no two files of the plugin export a type of the same name. */
export const typeNames = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { taken: '{{ file }} exports a type "{{ name }}" too. Rename one of them.' },
  },

  create(context) {
    const file = relative(context.cwd, context.filename).replaceAll('\\', '/')

    function check({ declaration }) {
      const name = declaration?.id?.name
      if (!PLUGIN.test(file) || !name || !/Interface|TypeAlias|Class|Enum/.test(declaration.type)) {
        return
      }
      for (const [other, { types }] of sourceFiles(context.cwd)) {
        if (other !== file && PLUGIN.test(other) && types.includes(name)) {
          context.report({ node: declaration.id, messageId: 'taken', data: { file: other, name } })
        }
      }
    }

    return { ExportNamedDeclaration: check, ExportDefaultDeclaration: check }
  },
}
