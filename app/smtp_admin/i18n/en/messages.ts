/** What stands above a page about what was just done, and what could be done next. */
export default {
  success: 'Done',
  warning: 'Warning',
  error: 'Error',
  label: 'Messages',
  expired: 'The page had been open for too long, so nothing was done. Please try again.',
  noConfig: 'There is no SMTP configuration at this address. Perhaps it was deleted?',
  noConfigOfId: 'There is no SMTP configuration with the ID “{id}”. Perhaps it was deleted?',
  test: 'Test it now',
  open: 'Open “{name}”',
  goBack: 'Go back to “{name}”',
  goBackToEnvironment: 'Go back to the environment’s server',
  goBackToSite: 'Go back to the site’s server',
  goBackToNone: 'Deactivate it again',
}
