/** Names of plugins that speak of signing in. */
export function signInNames(names: readonly string[]): readonly string[] {
  return names.filter((name) => /auth|oidc|jwt|sso|login/i.test(name))
}
