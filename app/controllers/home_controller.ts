import type { HttpContext } from '@adonisjs/core/http'

/** The front page: where to go from here, for visitors and for users. */
export default class HomeController {
  async show({ auth, view }: HttpContext) {
    await auth.check()
    return view.render('pages/home')
  }
}
