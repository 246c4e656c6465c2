import type { HostApp } from './host_app.js'

const WHO_CHANGED = `
import { SmtpHistory } from 'adonis-smtp-admin'

const changes = await SmtpHistory.query().orderBy('createdAt')
export default changes.map(({ actorId, actorLabel }) => ({ actorId, actorLabel }))
`

/** Whom the history names, for each change in its order. */
export function whoChanged(app: HostApp) {
  return app.ask<{ actorId: string; actorLabel: string }[]>(WHO_CHANGED)
}
