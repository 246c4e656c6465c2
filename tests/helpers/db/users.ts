import User, { type Role } from '#models/user'

export const PASSWORD = 'correct horse battery'

let created = 0

/** A user with a role, and with an e-mail address that no other test uses. */
export function createUser(role: Role = 'administrator', values: Partial<User> = {}) {
  created += 1
  return User.create({
    name: `User ${created}`,
    email: `user${created}@example.com`,
    password: PASSWORD,
    role,
    ...values,
  })
}

/** What a session holds when this user is signed in. */
export function inSession(user: User) {
  return `${user.id}.${user.fingerprint()}`
}
