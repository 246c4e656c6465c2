import { relative } from 'node:path'
import { resolveImport, sourceFiles } from './source_files.js'

/** The shortest chain of imports from one file to another, both included, or null. */
function importChain(files, from, to) {
  const chains = [[from]]
  const seen = new Set([from])
  for (const chain of chains) {
    const last = chain.at(-1)
    if (last === to) {
      return chain
    }
    for (const next of files.get(last)?.imports ?? []) {
      if (!seen.has(next)) {
        seen.add(next)
        chains.push([...chain, next])
      }
    }
  }
  return null
}

/** An ESLint rule: no file imports itself through others. Type imports count. */
export const cycles = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      cycle: 'This import closes a cycle: {{ chain }}. Move the shared part to a file of its own.',
    },
  },

  create(context) {
    const file = relative(context.cwd, context.filename).replaceAll('\\', '/')

    function check(node) {
      const source = node.source?.value
      if (typeof source !== 'string' || !/^(\.|#tests\/)/.test(source)) {
        return
      }
      const target = resolveImport(file, source)
      const chain = importChain(sourceFiles(context.cwd), target, file)
      if (chain) {
        context.report({ node, messageId: 'cycle', data: { chain: [file, ...chain].join(' -> ') } })
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
