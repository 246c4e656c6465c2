import { middleware } from '#start/kernel'
import { controllers } from '#generated/controllers'
import router from '@adonisjs/core/services/router'
import smtpAdmin from 'adonis-smtp-admin/services/main'

router.on('/').render('pages/home').as('home')

router.get('login', [controllers.Session, 'create'])
router.post('login', [controllers.Session, 'store'])
router.post('orders', [controllers.Orders, 'store']).use(middleware.member())

smtpAdmin.registerRoutes((group) => group.use(middleware.member()))
