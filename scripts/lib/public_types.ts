import { glob, readFile, rm } from 'node:fs/promises'

/** In what the compiler writes: `import … from`, `export … from`, `import '…'` and `import('…')`. */
const OWN_FILE = /\b(?:from|import) ?\(?['"](\.[^'"]+)['"]/g

/**
 * Takes out the types that no entry point of the package leads to: nobody outside can name them, and
 * they are two thirds of all.
 *
 * @param root the folder of package.json, as a URL that ends in a slash
 */
export async function keepPublicTypes(root: URL): Promise<void> {
  const kept = await publicTypes(root)
  for await (const path of glob('build/**/*.d.ts', { cwd: root })) {
    const file = new URL(path.replaceAll('\\', '/'), root)
    if (!kept.has(file.href)) {
      await rm(file)
    }
  }
}

/** The addresses of the types that the entry points lead to, by imports of any kind. */
async function publicTypes(root: URL): Promise<Set<string>> {
  const found = new Set<string>()
  const visit = async (file: URL): Promise<void> => {
    if (found.has(file.href)) {
      return
    }
    found.add(file.href)
    const text = await readFile(file, 'utf8')
    const own = Array.from(text.matchAll(OWN_FILE), ([, path]) => path)
    await Promise.all(own.map((path) => visit(new URL(typesOf(path), file))))
  }
  const entries = await entryPoints(root)
  await Promise.all(entries.map((path) => visit(new URL(typesOf(path), root))))
  return found
}

async function entryPoints(root: URL): Promise<string[]> {
  const { exports } = JSON.parse(await readFile(new URL('package.json', root), 'utf8')) as {
    exports: Record<string, string>
  }
  return Object.values(exports).filter((path) => path.endsWith('.js'))
}

function typesOf(path: string): string {
  return path.replace(/\.js$/, '.d.ts')
}
