/** The home page of the section. */
export default {
  title: 'SMTP administration',
}
