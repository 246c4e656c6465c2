/** What stands around every page. */
export default {
  section: 'SMTP administration',
  skip: 'Skip to main content',
}
