import { middleware } from '#start/kernel'
import { controllers } from '#generated/controllers'
import router from '@adonisjs/core/services/router'

router.on('/').render('pages/home').as('home')

router.get('login', [controllers.Session, 'create'])
router.post('login', [controllers.Session, 'store'])

router
  .group(() => {
    router.post('orders', [controllers.Orders, 'store'])
    router.post('invoices', [controllers.Invoices, 'store'])
  })
  .use(middleware.auth())
