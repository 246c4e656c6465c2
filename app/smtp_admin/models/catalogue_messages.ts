import { SimpleMessagesProvider } from '@vinejs/vine'
import type { FieldContext } from '@vinejs/vine/types'
import { messageOf } from './problem.js'

/** Has a validator say what the catalogue says of a field, in English, or else its own words. */
export class CatalogueMessages extends SimpleMessagesProvider {
  constructor() {
    super({})
  }

  getMessage(
    ownWords: string,
    rule: string,
    field: FieldContext,
    meta?: Record<string, string | number>
  ): string {
    const words = messageOf({ field: String(field.name), rule, meta })
    return words ?? super.getMessage(ownWords, rule, field, meta)
  }
}
