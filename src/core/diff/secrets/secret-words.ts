const SECRET_NAME =
  /passw|passphrase|pwd|(?:^|[_.-]|db|pg|user|root|admin)pass$|token|secret|credential|authorization|(?:^|[_.-])auth$|cookie|api_?key|access_?key|private_?key|key$|(?:^|[_.-])key(?:[_.-]|$)/i

const SECRET_KEY =
  /passw|passphrase|pwd|(?:^|[_.-]|db|pg|user|root|admin)pass$|token|secret|credential|(?:api|access|private|account)[_-]?key/i

/** A key that speaks of a secret without holding one: `existingSecret`, `secretName`, `tokenUrl`. */
const NAMES_A_SECRET = /^existing|(?:name|names|ref|refs|path|file|url|enabled|type|ttl|namespace|mount)$/i

/** A key that can only hold a secret, whoever made the kind. */
const PLAIN_SECRET = /^(?:\w*(?:password|passphrase)|token|api_?key|client_?secret)$/i

/** Whether what stands beside such a name, as in an environment variable, is taken for a secret. */
export function isSecretName(name: string): boolean {
  return SECRET_NAME.test(name)
}

/** Whether what stands under such a key of a user's own values is taken for a secret. */
export function isSecretKey(key: string): boolean {
  return SECRET_KEY.test(key) && !namesSecret(key)
}

/** Whether a key says which secret is meant, or how it is used, and holds none. */
export function namesSecret(key: string): boolean {
  return NAMES_A_SECRET.test(key)
}

/** Whether a text under such a key is taken for a secret in any object. */
export function isPlainSecret(key: string): boolean {
  return PLAIN_SECRET.test(key)
}
