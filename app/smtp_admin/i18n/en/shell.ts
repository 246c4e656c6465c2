/** What stands around every page. */
export default {
  section: 'SMTP administration',
  errorTitle: 'Error: {title}',
  skip: 'Skip to main content',
  breadcrumbs: 'Breadcrumbs',
  site: 'Site',
  parts: 'Parts of the SMTP administration',
  home: 'Home',
  configs: 'Configurations',
  tests: 'Tests',
  history: 'History',
  help: 'Help',
  signedInAs: 'Signed in as',
  viewSite: 'View site',
  signOut: 'Sign out',
  /** Where the app runs. */
  environment: 'Environment:',
  development: 'Development',
  staging: 'Staging',
  test: 'Test',
}
