/** What a revision, a tag or a version of a chart stands for. */
export interface VersionName {
  /** `version` and `commit` stay what they are; a `range` and a `name`, such as a branch, move by themselves. */
  readonly kind: 'version' | 'commit' | 'range' | 'name' | 'none'
  /** Equal for versions of which one is a correction of the other: name, major and minor number. Else the text. */
  readonly minor: string
}

const COMMIT = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/
/** A part of a repository may stand in front of its version: `web-1.2.3`, `web/v1.2.3`. */
const VERSION = /^((?:[A-Za-z][\w.]*[-/@])*)v?(\d+)\.(\d+)\.\d+(?:[-+][\w.+-]*)?$/
const PARTIAL = /^v?\d+(?:\.\d+)?$/
const RANGE_SIGN = /[~^*<>=|,\s]|(?:^|\.)[xX](?:\.|$)/
const MAX_LENGTH = 500

/** Reads what Git, Helm or a registry would be asked for. */
export function readVersion(text: string | null): VersionName {
  if (text === null || text === '') return { kind: 'none', minor: '' }
  if (text.length > MAX_LENGTH) return { kind: 'name', minor: text }
  if (COMMIT.test(text)) return { kind: 'commit', minor: text }
  const version = VERSION.exec(text)
  if (version) return { kind: 'version', minor: `${version[1] ?? ''}${version[2] ?? ''}.${version[3] ?? ''}` }
  if (PARTIAL.test(text) || RANGE_SIGN.test(text)) return { kind: 'range', minor: rangeMinor(text) }
  return { kind: 'name', minor: text }
}

/** `~1.2.3`, `1.2.x` and `1.2.*` are of one minor version; whatever says more is itself. */
function rangeMinor(text: string): string {
  const single = /^[~=v\s]*(\d+)\.(\d+)(?:\.[\dxX*][\w.+-]*)?$/.exec(text)
  return single ? `${single[1] ?? ''}.${single[2] ?? ''}` : text
}
