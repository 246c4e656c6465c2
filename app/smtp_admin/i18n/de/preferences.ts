import type en from '../en/preferences.js'
import type { Translation } from '../types.js'

export default {
  light: 'Hell',
  dark: 'Dunkel',
  system: 'Wie auf diesem Gerät',
  lightNow: 'Farbschema: hell',
  darkNow: 'Farbschema: dunkel',
  systemNow: 'Farbschema: wie auf diesem Gerät',
} satisfies Translation<typeof en>
