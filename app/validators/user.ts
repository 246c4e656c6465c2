import vine from '@vinejs/vine'
import { ROLES } from '#models/user'
import { messages } from '#validators/messages'
import { email } from '#validators/email'
import { newPassword } from '#validators/password'

/** A new user. */
export const createUserValidator = vine.create({
  name: vine
    .string()
    .trim()
    .maxLength(100)
    .regex(/^\P{Cc}+$/u),
  email: email().unique({ table: 'users', column: 'email' }),
  role: vine.enum(ROLES),
  password: newPassword(),
})

createUserValidator.messagesProvider = messages
