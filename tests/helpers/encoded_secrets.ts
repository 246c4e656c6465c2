/** A run of characters that base64 may have made, in either of its alphabets. */
const WORDS = /[\w+/-]{4,}/g

/** Which of these secrets a text holds: in clear, or in base64 wherever it begins and ends. */
export function secretsIn(text: string, secrets: string[]): string[] {
  const words = text.match(WORDS) ?? []
  const decoded = words.flatMap((word) =>
    [0, 1, 2, 3].map((start) => Buffer.from(word.slice(start), 'base64').toString('latin1'))
  )
  const everything = [text, ...decoded].join('\n')
  return secrets.filter(
    (secret) => text.includes(secret) || everything.includes(Buffer.from(secret).toString('latin1'))
  )
}
