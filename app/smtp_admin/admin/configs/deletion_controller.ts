import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { deleteConfigs } from '../../actions/delete_configs.js'
import { format } from '../../i18n/format.js'
import type { Message, Translator } from '../../i18n/types.js'
import type { SmtpConfig } from '../../models/smtp_config.js'
import type { Candidate } from '../../resolution/candidate.js'
import { listUrl } from '../http/back_to_list.js'
import { accountOf, serverWithout } from '../http/consequences.js'
import { findOrRedirect, redirectMissing } from '../http/find_config.js'
import { translateFor } from '../http/locale.js'
import { flashMessage } from '../http/messages.js'
import type { PageContent } from '../http/page_renderer.js'
import { authorOf } from '../http/permissions.js'
import type { PageUrl } from '../http/urls.js'
import { configDetails } from '../presenters/config_details.js'
import { deletionMessage } from './activation_message.js'
import { AdminServices } from '../http/admin_services.js'

/** Deletes a configuration after a confirmation. */
@inject()
export default class DeletionController {
  #admin: AdminServices

  constructor(admin: AdminServices) {
    this.#admin = admin
  }

  async confirm(ctx: HttpContext) {
    const config = await findOrRedirect(ctx, this.#admin.urlTo)
    if (config) {
      const next = await serverWithout(this.#admin.resolver, config)
      const page = deletionPage(config, next, translateFor(ctx), this.#admin.urlTo)
      return this.#admin.pages.render(ctx, 'configs/delete', page)
    }
  }

  async destroy(ctx: HttpContext) {
    const config = await findOrRedirect(ctx, this.#admin.urlTo)
    if (!config) {
      return
    }
    const deleted = await deleteConfigs([config], await authorOf(this.#admin.config, ctx))
    if (deleted.length === 0) {
      return redirectMissing(ctx, this.#admin.urlTo)
    }
    flashMessage(ctx, await deletionMessage(this.#admin.resolver, config))
    ctx.response.redirect(listUrl(ctx, this.#admin.urlTo))
  }
}

/** @param next the server that mail of the scope uses afterwards; undefined: there is none */
function deletionPage(
  config: SmtpConfig,
  next: Candidate | undefined,
  translate: Translator,
  urlTo: PageUrl
): PageContent {
  const { id, name, isActive } = config
  return {
    title: translate('deletion.title', { name }),
    crumbs: [
      { text: translate('list.title'), url: urlTo('configs.index') },
      { text: name, url: urlTo('configs.change', { id }) },
      { text: translate('actions.delete') },
    ],
    config: configDetails(config),
    effect: isActive ? format(translate, describeEffect(config, next)) : null,
  }
}

function describeEffect(config: SmtpConfig, next: Candidate | undefined): Message {
  const account = accountOf(config)
  const owner = account === undefined ? 'active' : 'account'
  if (!next) {
    return { key: `deletion.${owner}ThenNone`, params: { account } }
  }
  const { name, host, port, source } = next
  const values = { account, name, address: `${host}:${port}` }
  return source === 'environment'
    ? { key: `deletion.${owner}ThenEnvironment`, params: values }
    : { key: `deletion.${owner}ThenServer`, params: values }
}
