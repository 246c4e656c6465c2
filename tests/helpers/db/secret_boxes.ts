import { AES256GCM } from '@adonisjs/core/encryption/drivers/aes_256_gcm'
import { EncryptionFactory } from '@adonisjs/core/factories/encryption'
import type { Secret } from '@adonisjs/core/helpers'
import { getActiveTest } from '@japa/runner'
import { SmtpConfig } from '#smtp_admin'
import { SecretBox } from '../../../app/smtp_admin/secrets/secret_box.js'

export const NEW_KEY = 'the-new-key-0123456789abcdef'
export const OLD_KEY = 'the-old-key-0123456789abcdef'

/** A box as of an app with these keys: the first one seals, all of them open. */
export function boxWithKeys(...keys: string[]): SecretBox {
  const driver = (secret: string | Secret<string>) => new AES256GCM({ id: 'gcm', key: secret })
  return new SecretBox(new EncryptionFactory({ driver, keys }).create())
}

/** Gives the app these keys until the end of the test. */
export function useKeys(...keys: string[]) {
  const { box } = SmtpConfig
  getActiveTest()?.cleanup(() => {
    SmtpConfig.secretBox = box
  })
  SmtpConfig.secretBox = boxWithKeys(...keys)
}
