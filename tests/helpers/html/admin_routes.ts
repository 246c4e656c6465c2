import router from '@adonisjs/core/services/router'
import type { SmtpConfig, SmtpTestRun } from '#smtp_admin'

/** Every page of the plugin that can be opened, with these in the place of `:id`. */
export function openedPaths(config: SmtpConfig, run: SmtpTestRun): string[] {
  return pathsOf('GET').map((path) => {
    return path.replace(':id', path.includes('/tests/') ? String(run.id) : config.id)
  })
}

/** Every address of the plugin that takes a form, with this in the place of `:id`. */
export function postedPaths(config: SmtpConfig): string[] {
  return pathsOf('POST').map((path) => path.replace(':id', config.id))
}

function pathsOf(method: string): string[] {
  return Object.values(router.toJSON())
    .flat()
    .filter(({ name, methods }) => name?.startsWith('smtp_admin.') && methods.includes(method))
    .map(({ pattern }) => pattern)
    .filter((pattern) => !/[*]|:version/.test(pattern))
}
