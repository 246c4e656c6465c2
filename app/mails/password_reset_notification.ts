import { BaseMail } from '@adonisjs/mail'
import type User from '#models/user'
import { appUrl } from '#config/app'
import { issueResetToken } from '#models/password_reset_token'

/** The link with which someone who forgot their password chooses a new one. */
export default class PasswordResetNotification extends BaseMail {
  subject = 'Reset your Order desk password'

  constructor(private user: User) {
    super()
  }

  prepare() {
    const url = new URL(`/reset-password/${issueResetToken(this.user)}`, appUrl).href
    const content = { name: this.user.name, url }

    this.message
      .to(this.user.email, this.user.name)
      .htmlView('mails/password_reset_html', content)
      .textView('mails/password_reset_text', content)
  }
}
