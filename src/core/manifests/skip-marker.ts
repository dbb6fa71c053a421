/**
 * The line on which a file says that Argo CD must not deploy it; null when it does not. Argo CD looks for these letters
 * anywhere in a file, in a comment or not.
 */
export function skipMarkerLine(text: string): number | null {
  const at = text.indexOf(MARKER)
  return at === -1 ? null : text.slice(0, at).split('\n').length
}

const MARKER = '+argocd:skip-file-rendering'
