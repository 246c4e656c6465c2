import env from '#start/env'
import { signedInMember } from '#services/sign_in'
import { defineConfig } from 'adonis-smtp-admin'

export default defineConfig({
  fallback: { host: env.get('SMTP_HOST'), port: env.get('SMTP_PORT') },

  authorize: async (ctx) => {
    const member = await signedInMember(ctx)
    return member?.role === 'owner'
  },

  actor: async (ctx) => {
    const member = await signedInMember(ctx)
    return member && { id: member.id, label: member.email }
  },
})
