import { globSync, readFileSync } from 'node:fs'
import { dirname, posix } from 'node:path'

const SOURCES = [
  '*.ts',
  '{app,benchmarks,bin,commands,config,providers,scripts,services,start}/**/*.ts',
  'tests/*.ts',
  'tests/helpers/**/*.ts',
]

const IMPORT = /(?:from|import)\s*\(?\s*'((?:\.|#tests\/)[^']+)'/g
const EXPORTED_TYPE = /^export (?:default )?(?:abstract )?(?:class|interface|type|enum) (\w+)/gm

/** An editor keeps ESLint running while files change. */
const MAX_AGE_MS = 5000

let cache = { cwd: '', readAt: 0, files: new Map() }

/**
 * The imports and the exported types of every source file, by path relative to `cwd`. Type imports
 * and dynamic imports count.
 */
export function sourceFiles(cwd) {
  if (cache.cwd !== cwd || Date.now() - cache.readAt > MAX_AGE_MS) {
    cache = { cwd, readAt: Date.now(), files: read(cwd) }
  }
  return cache.files
}

/** The project file that a relative import or a `#tests/` alias refers to. */
export function resolveImport(file, source) {
  const path = source.startsWith('#tests/')
    ? `${source.slice(1)}.ts`
    : posix.join(dirname(file), source)
  return path.replace(/\.js$/, '.ts')
}

function read(cwd) {
  const paths = globSync(SOURCES, { cwd }).map((path) => path.replaceAll('\\', '/'))
  return new Map(
    paths.map((path) => {
      const text = readFileSync(`${cwd}/${path}`, 'utf8')
      const imports = [...text.matchAll(IMPORT)].map(([, source]) => resolveImport(path, source))
      const types = [...text.matchAll(EXPORTED_TYPE)].map(([, name]) => name)
      return [path, { imports, types }]
    })
  )
}
