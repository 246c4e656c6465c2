import vine from '@vinejs/vine'

/** An e-mail address in lower case, as it is stored. */
export const email = () => vine.string().trim().toLowerCase().email().maxLength(254)
