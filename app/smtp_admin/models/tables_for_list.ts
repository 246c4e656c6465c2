import { SITE_SCOPE } from './scope.js'

/** What the database makes of each row for the list, by column: a type, and an expression. */
export const MADE_FOR_LIST = {
  is_account: ['boolean', `case when scope = '${SITE_SCOPE}' then false else true end`],
  name_key: ['varchar(200)', 'lower(name)'],
  // Null where there is no password, and empty where it is not known what has sealed it.
  sealed_with: [
    'varchar(64)',
    "case when password is null then null else coalesce(password_key, '') end",
  ],
  test_state: [
    'varchar(10)',
    `case
      when latest_test_id is null then 'untested'
      when tested_hash = settings_hash
        then case when tested_verdict = 'passed' then 'working' else 'failing' end
      else 'stale' end`,
  ],
} as const

/** Every column that is there for the list, those that are made of others first. */
export const COLUMNS_FOR_LIST = [
  ...Object.keys(MADE_FOR_LIST),
  ...['settings_hash', 'password_key', 'search_text'],
  ...['latest_test_id', 'tested_hash', 'tested_verdict'],
]

/** So that a page needs no sorting, and counting by the filters no look at the rows. */
export const INDEXES_FOR_LIST = {
  smtp_configs_order_index: 'is_account, scope, is_active desc, name_key, id',
  smtp_configs_filters_index: 'sealed_with, test_state, is_active, use_tls, use_ssl, is_account',
}
