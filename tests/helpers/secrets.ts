interface Login {
  username: string
  password: string
}

/** Every form in which a login may show: in clear, as AUTH LOGIN sends it, as AUTH PLAIN does. */
export function formsOf({ username, password }: Login): string[] {
  const forms = [password, base64(password), base64(`\0${username}\0${password}`)]
  return forms.flatMap((form) => [form, form.replace(/=+$/, '')])
}

function base64(text: string) {
  return Buffer.from(text).toString('base64')
}
