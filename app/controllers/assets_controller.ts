import app from '@adonisjs/core/services/app'
import type { HttpContext } from '@adonisjs/core/http'

/** Serves the stylesheet and the icon of the host pages; the routes name each file there is. */
export default class AssetsController {
  async show({ params, response }: HttpContext) {
    response.header('Cache-Control', `private, max-age=${app.inProduction ? 3600 : 0}`)
    response.header('X-Content-Type-Options', 'nosniff')
    return response.download(app.makePath('resources/assets/host', params.file), true)
  }
}
