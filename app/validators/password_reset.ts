import vine from '@vinejs/vine'
import { messages } from '#validators/messages'
import { email } from '#validators/email'
import { newPassword, type PasswordOwner } from '#validators/password'

/** What the forgot-password page sends. */
export const forgotPasswordValidator = vine.create({ email: email() })

/** What the page behind the link sends. */
export const resetPasswordValidator = vine.withMetaData<{ owner: PasswordOwner }>().create({
  password: newPassword().confirmed(),
})

forgotPasswordValidator.messagesProvider = messages
resetPasswordValidator.messagesProvider = messages
