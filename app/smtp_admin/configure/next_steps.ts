import type { BaseCommand } from '@adonisjs/core/ace'

/** Prints what a person has to do now, in order. */
export function printNextSteps(logger: BaseCommand['logger'], steps: string[]) {
  for (const [index, step] of steps.entries()) {
    logger.log(`  ${index + 1}. ${step}`)
  }
}
