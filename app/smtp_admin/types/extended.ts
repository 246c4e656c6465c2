/// <reference types="@adonisjs/core/providers/edge_provider" />
/// <reference types="@adonisjs/limiter/limiter_provider" />
/// <reference types="@adonisjs/lucid/database_provider" />
/// <reference types="@adonisjs/mail/mail_provider" />
/// <reference types="@adonisjs/session/session_middleware" />
import type { SmtpAdmin } from '../smtp_admin.js'
import type { SmtpAdminEvents } from './events.js'

declare module '@adonisjs/core/types' {
  interface ContainerBindings {
    smtp_admin: SmtpAdmin
  }

  interface EventsList extends SmtpAdminEvents {}
}
