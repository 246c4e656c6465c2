import router from '@adonisjs/core/services/router'
import smtpAdmin from '#smtp_admin/services/main'
import { middleware } from '#start/kernel'

const AssetsController = () => import('#controllers/assets_controller')
const ForgotPasswordController = () => import('#controllers/forgot_password_controller')
const HomeController = () => import('#controllers/home_controller')
const OrderNotificationsController = () => import('#controllers/order_notifications_controller')
const OrdersController = () => import('#controllers/orders_controller')
const PasswordResetController = () => import('#controllers/password_reset_controller')
const SessionController = () => import('#controllers/session_controller')

router.get('/', [HomeController, 'show']).as('home')
router
  .get('/assets/:file', [AssetsController, 'show'])
  .where('file', /^host\.(css|svg)$/)
  .as('assets')

router
  .group(() => {
    router.get('/login', [SessionController, 'create']).as('session.create')
    router.post('/login', [SessionController, 'store']).as('session.store')
    router
      .get('/forgot-password', [ForgotPasswordController, 'create'])
      .as('forgot_password.create')
    router.post('/forgot-password', [ForgotPasswordController, 'store']).as('forgot_password.store')
  })
  .use(middleware.guest())

router.post('/logout', [SessionController, 'destroy']).as('session.destroy')
router.get('/reset-password/:token', [PasswordResetController, 'edit']).as('password_reset.edit')
router
  .post('/reset-password/:token', [PasswordResetController, 'update'])
  .as('password_reset.update')

router
  .group(() => {
    router.get('/orders', [OrdersController, 'index']).as('orders.index')
    router
      .post('/orders/:id/notify', [OrderNotificationsController, 'store'])
      .where('id', /^\d{1,9}$/)
      .as('orders.notify')
  })
  .use(middleware.auth())

/** The SMTP administration pages, for whoever is signed in; config/smtp_admin.ts decides who may. */
smtpAdmin.registerRoutes((group) => group.use(middleware.auth()))
