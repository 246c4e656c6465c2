import { BaseCommand, flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'

type Field = 'name' | 'email' | 'role' | 'password'

/** Creates someone who can sign in, like Django's createsuperuser. */
export default class UserCreate extends BaseCommand {
  static commandName = 'user:create'
  static description = 'Create a user who can sign in'
  static help = [
    'Asks for whatever is not given as a flag.',
    '',
    'For scripts, give the password in the environment, where it does not show',
    'in the list of processes or in the history of the shell:',
    '',
    'USER_PASSWORD=... {{ binaryName }} user:create --name=Ada \\',
    '  --email=ada@example.com --role=viewer',
    '',
    'An administrator may do everything on the SMTP administration pages; an',
    'operator may view, activate and test configurations; a viewer may view them.',
  ]
  static options: CommandOptions = { startApp: true }

  @flags.string({ description: 'The name' })
  declare name?: string

  @flags.string({ description: 'The e-mail address, with which the user signs in' })
  declare email?: string

  @flags.string({ description: 'administrator, operator or viewer' })
  declare role?: string

  @flags.string({ description: 'The password; USER_PASSWORD in the environment is safer' })
  declare password?: string

  private input: Partial<Record<Field, string>> = {}

  prepare() {
    const { name, email, role } = this
    this.input = { name, email, role, password: this.password ?? process.env.USER_PASSWORD }
  }

  /** Without a terminal there is nobody to ask: `run` then names what is missing. */
  async interact() {
    if (!process.stdin.isTTY) {
      return
    }

    const { ROLES } = await import('#models/user')
    const { input } = this
    const checked = (field: Field) => ({ validate: (value: string) => this.check(field, value) })

    input.name ??= await this.prompt.ask('Name', checked('name'))
    input.email ??= await this.prompt.ask('E-mail address', checked('email'))
    input.role ??= await this.prompt.choice('Role', ROLES)

    if (input.password === undefined) {
      const password = await this.prompt.secure('Password', checked('password'))
      input.password = password
      await this.prompt.secure('Password again', {
        validate: (again) => again === password || 'The two passwords are not the same.',
      })
    }
  }

  async run() {
    const { createUserValidator } = await import('#validators/user')
    const [refused, values] = await createUserValidator.tryValidate(this.input)

    if (refused) {
      refused.messages.forEach(({ message }: { message: string }) => this.logger.error(message))
      this.exitCode = 1
      return
    }

    const { default: User } = await import('#models/user')
    const user = await User.create(values)
    this.logger.success(`Created the ${user.role} ${user.name} <${user.email}>`)
  }

  /** True, or what is wrong with one answer in the light of those before it. */
  private async check(field: Field, value: string): Promise<boolean | string> {
    const { createUserValidator } = await import('#validators/user')
    const { errorsByField } = await import('#validators/messages')
    const [refused] = await createUserValidator.tryValidate({ ...this.input, [field]: value })
    return (refused && errorsByField(refused)[field]) ?? true
  }
}
