/** What the app refuses before any page is asked. */
export default {
  expired: 'The page had been open for too long',
  expiredNothing: 'So nothing was changed.',
  expiredKept: 'What you entered is kept below: send it again, or go back to the form with it.',
  expiredPassword:
    'The password that you entered is not kept. Go back to the form, and enter it once more.',
  expiredAgain: 'If you still want it, do it again.',
  expiredSignIn: 'If you have been signed out meanwhile, sign in in another tab first.',
  expiredLive: 'The page had been open for too long: reload it, and try again.',
  typed: 'What you entered',
  sendAgain: 'Send it again',
  tryAgain: 'Try again',
  toForm: 'Back to the form',
  toStart: 'Back to the start',

  foreignTitle: 'This form came from somewhere else',
  foreign: 'It was not sent from these pages: open the page that you want, and try it there.',

  tooLarge: 'Too much was sent',
  tooLargeAdvice:
    'More was sent at once than this app reads. Go back with your browser, and shorten what you entered.',
}
