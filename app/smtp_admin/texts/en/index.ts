import shell from './shell.js'

/** English: every text that there is, by area. */
export default { shell }
