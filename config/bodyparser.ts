import { defineConfig } from '@adonisjs/core/bodyparser'

export default defineConfig({
  allowedMethods: ['POST', 'PUT', 'PATCH', 'DELETE'],
  form: { convertEmptyStringsToNull: true, trimWhitespaces: true },
  json: { convertEmptyStringsToNull: true, trimWhitespaces: true },
  multipart: { autoProcess: true, limit: '1mb' },
})
