/** What a template may not contain, and why: pages work under `default-src 'self'` and print nothing raw. */
const FORBIDDEN: { pattern: RegExp; why: string }[] = [
  { pattern: /<style\b/i, why: 'styles belong in the stylesheet' },
  { pattern: /\sstyle\s*=/i, why: 'styles belong in the stylesheet' },
  { pattern: /\son[a-z]+\s*=/i, why: 'event handlers belong in the script' },
  { pattern: /<script\b(?![^>]*\ssrc\s*=)/i, why: 'scripts belong in a file of their own' },
  { pattern: /<script\b[^>]*>\s*[^<\s]/i, why: 'scripts belong in a file of their own' },
  { pattern: /javascript:/i, why: 'a link is an address, not code' },
  { pattern: /(?:=\s*["']?|url\(\s*["']?)data:/i, why: 'the policy allows no data: address' },
  { pattern: /\btoAttrs\(/, why: 'it does not escape the values of attributes' },
  { pattern: /\bhtml\.(?:attrs|safe)\(/, why: 'it does not escape what it prints' },
  {
    pattern: /\{\{\{(?!\s*await \$slots\.\w+\([^)]*\)\s*\}\}\})/,
    why: 'only slots are printed raw',
  },
]

/** Blanks out every match and keeps the lines, so that what is left is found where it stands. */
function blank(source: string, pattern: RegExp) {
  return source.replace(pattern, (match) => match.replace(/[^\n]/g, ' '))
}

function lineAt(source: string, index: number) {
  return source.slice(0, index).split('\n').length
}

/** A form's attributes and content; an expression among the attributes may hold a `>`. */
const FORM = /<form\b((?:\{\{[\s\S]*?\}\}|[^>])*)>([\s\S]*?)(?:<\/form>|$)/gi

/** The forms that post, or may because their method is computed, without the token that they need. */
function unprotectedForms(source: string) {
  return [...source.matchAll(FORM)]
    .filter(([, attributes]) => /\smethod\s*=/i.test(attributes))
    .filter(([, attributes]) => !/\smethod\s*=\s*["']?get\b/i.test(attributes))
    .filter(([, , content]) => !/\{\{\s*csrfField\(\)\s*\}\}/.test(content))
    .map(({ index }) => ({ index, why: 'a form that posts carries csrfField()' }))
}

/** Every fault of an Edge template, as "line 3: why"; comments do not count. */
export function templateFaults(template: string) {
  const source = blank(template, /\{\{--[\s\S]*?--\}\}/g)
  const forbidden = FORBIDDEN.flatMap(({ pattern, why }) =>
    [...source.matchAll(new RegExp(pattern, `${pattern.flags}g`))].map(({ index }) => ({
      index,
      why,
    }))
  )
  return [...forbidden, ...unprotectedForms(source)]
    .sort((a, b) => a.index - b.index)
    .map(({ index, why }) => `line ${lineAt(source, index)}: ${why}`)
}
