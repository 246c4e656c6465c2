/** The pages that are measured, by what they are called in the table. */
export const PAGES = {
  'the list': '/admin/smtp/configs',
  'a search': '/admin/smtp/configs?q=relay+10',
  'a filter': '/admin/smtp/configs?status__exact=working',
  'sorted by status': '/admin/smtp/configs?o=1',
  'the home page': '/admin/smtp',
  'the history': '/admin/smtp/history',
}
