const SECRET_NAME =
  /passw|passphrase|pwd|token|secret|credential|authorization|cookie|api_?key|access_?key|private_?key|key$|(?:^|[_.-])key(?:[_.-]|$)/i

const SECRET_KEY = /passw|passphrase|pwd|token|secret|credential|api[_-]?key|access[_-]?key|private[_-]?key/i

/** A key that speaks of a secret without holding one: `existingSecret`, `secretName`, `tokenUrl`. */
const NAMES_A_SECRET = /^existing|(?:name|names|ref|path|file|url|enabled|type|ttl|namespace)$/i

/** The password of a URL's user: `postgres://shop:` this `@db`. */
const URL_PASSWORD = /(:\/\/[^\s/:@"']*:)([^\s/"'<>]+)(@)/g

/** A password that is assigned in a text: `password=` this, `--password=` this. */
const ASSIGNED_PASSWORD =
  /((?:passwd|password|passphrase|pwd)["']?[ \t]{0,8}[:=][ \t]{0,8}["']?)([^\s"';,&]+)()/gi

const PRIVATE_KEY = /(-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----)([^-]+)(-----END)/g

/** Whether what stands beside such a name, as in an environment variable, is taken for a secret. */
export function isSecretName(name: string): boolean {
  return SECRET_NAME.test(name)
}

/** Whether what stands under such a key of a user's own values is taken for a secret. */
export function isSecretKey(key: string): boolean {
  return SECRET_KEY.test(key) && !NAMES_A_SECRET.test(key)
}

/** The text with the secrets that stand inside it replaced; everything around them stays to be read. */
export function maskText(text: string, tokenOf: (secret: string) => string): string {
  if (!ANY_SIGN.test(text)) return text
  let masked = text
  for (const { sign, pattern } of MASKS) {
    if (!sign.test(text)) continue
    masked = masked.replaceAll(
      pattern,
      (_whole, before: string, secret: string, after: string) => before + tokenOf(secret) + after,
    )
  }
  return masked
}

const ANY_SIGN = /PRIVATE KEY-|:\/\/|pass|pwd/i

/** The patterns, each with what a text must have at least: most texts have none. */
const MASKS: readonly { readonly sign: RegExp; readonly pattern: RegExp }[] = [
  { sign: /PRIVATE KEY-/, pattern: PRIVATE_KEY },
  { sign: /:\/\//, pattern: URL_PASSWORD },
  { sign: /pass|pwd/i, pattern: ASSIGNED_PASSWORD },
]
