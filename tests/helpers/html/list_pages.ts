import type { ListSettings } from '../../../app/smtp_admin/types/main.js'
import { services } from '../services.js'

/** Changes the options of the list until the returned function is called. */
export function useListOptions(options: ListSettings) {
  const { config } = services
  const { list } = config
  config.list = { ...list, ...options }
  return () => {
    config.list = list
  }
}
