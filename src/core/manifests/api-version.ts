/** Group and version of an `apiVersion`; undefined when it is none. The core group is the empty text. */
export function parseApiVersion(
  apiVersion: string,
): { readonly group: string; readonly version: string } | undefined {
  const parts = apiVersion.split('/')
  const [first, second] = parts
  if (first === undefined || first === '' || parts.length > 2 || second === '') return undefined
  return second === undefined ? { group: '', version: first } : { group: first, version: second }
}
