import app from '@adonisjs/core/services/app'

/** The parts of the package in the app of the tests. */
export const services = await app.container.make('smtp_admin.services')
