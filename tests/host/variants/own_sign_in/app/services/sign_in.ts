import Member from '#models/member'
import hash from '@adonisjs/core/services/hash'
import type { HttpContext } from '@adonisjs/core/http'

/** Who is signed in, as far as this app knows. */
export async function signedInMember({ session }: HttpContext): Promise<Member | null> {
  const id = session.get('member')
  return id ? Member.find(id) : null
}

/** Signs somebody in who knows the password. */
export async function signIn({ session }: HttpContext, email: string, password: string) {
  const member = await Member.findByOrFail({ email })
  if (await hash.verify(member.password, password)) {
    session.regenerate()
    session.put('member', member.id)
  }
}
