import { randomUUID } from 'node:crypto'
import { MemberSchema } from '#database/schema'
import { beforeCreate } from '@adonisjs/lucid/orm'

export default class Member extends MemberSchema {
  static selfAssignPrimaryKey = true

  @beforeCreate()
  static assignId(member: Member) {
    member.id = randomUUID()
  }
}
