import type { HttpContext } from '@adonisjs/core/http'
import type { ResolvedSmtpAdminConfig } from '../../types/main.js'
import { translateFor } from '../http/locale.js'
import type { PageContent, Pages } from '../http/page_renderer.js'
import { isAllowed } from '../http/permissions.js'
import { shownProblems } from '../presenters/problems.js'
import type { PageUrl } from '../http/urls.js'
import { type Form, formPage } from './form_page.js'
import { passwordOrigin } from './password_origin.js'

/** What it takes to show a form. */
export interface FormServices {
  config: ResolvedSmtpAdminConfig
  pages: Pages
  urlTo: PageUrl
}

/** Shows a form to whoever asks for it, in their language, as fields or as text. */
export async function renderForm(
  ctx: HttpContext,
  form: Form,
  services: FormServices
): Promise<string> {
  return services.pages.render(ctx, 'configs/form', await formContent(ctx, form, services))
}

/** What a page shows that has the form in it. */
export async function formContent(
  ctx: HttpContext,
  form: Form,
  { config, urlTo }: Pick<FormServices, 'config' | 'urlTo'>
): Promise<PageContent> {
  const stored = form.config
  const translate = translateFor(ctx)
  const canChange = stored === null || (await isAllowed(config, ctx, 'change'))
  const shown = { ...form, problems: shownProblems(translate, form.problems ?? []) }
  return formPage(shown, {
    ...{ canChange, translate, urlTo },
    query: ctx.request.qs(),
    passwordOrigin: stored?.hasPassword && canChange ? await passwordOrigin(stored.id) : null,
  })
}
