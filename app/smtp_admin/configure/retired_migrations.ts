import { loadTsMorph, parse } from './syntax.js'

/** What a published migration is replaced with, so that it needs no package any more. */
export const RETIRED_MIGRATION = `import { BaseSchema } from '@adonisjs/lucid/schema'

/**
 * Made or changed the tables of adonis-smtp-admin, which this app does not use any more. The file
 * stays, because the database remembers it by its name.
 */
export default class extends BaseSchema {
  async up() {}

  async down() {}
}
`

/**
 * A migration that drops the tables without the package.
 * @param tables their names, in the order in which they are made
 */
export function dropMigration(tables: readonly string[]): string {
  const drops = tables.toReversed().map((table) => `    this.schema.dropTableIfExists('${table}')`)
  return `import { BaseSchema } from '@adonisjs/lucid/schema'

/** Drops the tables of adonis-smtp-admin, which this app does not use any more. */
export default class extends BaseSchema {
  async up() {
${drops.join('\n')}
  }

  /**
   * Nothing brings the tables back. It does not fail either, because rolling everything back, as
   * tests do, comes through here.
   */
  async down() {}
}
`
}

/** Whether a migration does nothing beside what was published, and so can be replaced. */
export function isAsPublished(migration: string): boolean {
  const { Node } = loadTsMorph()
  return parse(migration)
    .getStatements()
    .every((statement) => {
      if (Node.isImportDeclaration(statement)) {
        return true
      }
      return (
        Node.isClassDeclaration(statement) &&
        statement.getMembers().every((member) => {
          return (
            Node.isMethodDeclaration(member) &&
            ['up', 'down'].includes(member.getName()) &&
            member.getStatements().every((step) => step.getText().includes('SmtpAdminTables'))
          )
        })
      )
    })
}
