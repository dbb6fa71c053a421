import type { Json } from '../../model/json.ts'

/**
 * `$(NAME)`, which Kubernetes fills in, `${NAME}`, which Flux and others do, and `<path:...>` of the Vault plugin of Argo CD;
 * nothing before or after it, and no default.
 */
const REFERENCE = /^(?:\$\([A-Za-z_]\w*\)|\$\{[A-Za-z_]\w*\}|<path:[^<>\s]+>)$/

/** Whether a value only names where a secret is: that may be read, and who judges it has to know. */
export function isSecretReference(value: Json): boolean {
  return typeof value === 'string' && REFERENCE.test(value)
}
