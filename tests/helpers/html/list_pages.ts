import type { ListColumn } from '../../../app/smtp_admin/types/main.js'
import { services } from '../services.js'

/** Has the list look otherwise, until the returned function is called. */
export function useListOptions(options: { perPage?: number; columns?: ListColumn[] }) {
  const { config } = services
  const { perPage, columns } = config
  Object.assign(config, options)
  return () => {
    Object.assign(config, { perPage, columns })
  }
}
