/// <reference types="@adonisjs/core/providers/edge_provider" />
/// <reference types="@adonisjs/limiter/limiter_provider" />
/// <reference types="@adonisjs/lucid/database_provider" />
/// <reference types="@adonisjs/mail/mail_provider" />
/// <reference types="@adonisjs/session/session_middleware" />
import type { Services } from '../services.js'
import type { SmtpAdmin } from '../smtp_admin.js'
import type { SmtpAdminEvents } from './events.js'

declare module '@adonisjs/core/types' {
  interface ContainerBindings {
    'smtp_admin': SmtpAdmin
    /** Private to the package. */
    'smtp_admin.services': Services
  }

  interface EventsList extends SmtpAdminEvents {}
}
