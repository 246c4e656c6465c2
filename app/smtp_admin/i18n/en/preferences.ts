/** How somebody wants to see the pages. */
export default {
  light: 'Light',
  dark: 'Dark',
  system: 'As on this device',
  /** The name of the group of three buttons, with what is chosen. */
  lightNow: 'Theme: light',
  darkNow: 'Theme: dark',
  systemNow: 'Theme: as on this device',
}
