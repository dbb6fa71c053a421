declare const brand: unique symbol

/** A full commit id, 40 hexadecimal digits in lower case. */
export type Sha = string & { readonly [brand]: 'Sha' }

/** Reads a commit id; undefined when the text is none. */
export function parseSha(text: string): Sha | undefined {
  return isSha(text) ? text : undefined
}

function isSha(text: string): text is Sha {
  return /^[0-9a-f]{40}$/.test(text)
}
