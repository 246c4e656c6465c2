import vine from '@vinejs/vine'
import { messages } from '#validators/messages'
import { email } from '#validators/email'

/** What the sign-in page sends. */
export const signInValidator = vine.create({
  email: email(),
  password: vine.string().maxLength(512),
})

signInValidator.messagesProvider = messages
