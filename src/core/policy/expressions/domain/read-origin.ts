/** Where an entry of a kustomization leads. */
export interface Origin {
  /** Another repository or server, and no path of this repository. */
  readonly remote: boolean
  /** Equal for entries that lead to the same place, whatever the version of it and however it is written. */
  readonly place: string
  /** The branch, tag, version or commit that is asked for; empty when nothing says. */
  readonly ref: string
}

const REMOTE = /:\/\/|^git@|^git::|[?&](?:ref|version)=|^www\.|^[\w-]+\.(?:com|org|net|io|dev)[/:]/
const QUERY_REF = /[?&](?:ref|version)=([^&]*)/
const RAW = /^raw\.githubusercontent\.com\/[^/]+\/[^/]+\/(?:refs\/(?:heads|tags)\/)?([^/]+)\//
/** A part of the path that is a version or a commit, as in the address of a release. */
const PATH_REF = /\/(v?\d+\.\d+[\w.+-]*|[\w.]+-v?\d+\.\d+\.\d+[\w.+-]*|[0-9a-f]{40})(?=\/|$)/

/** Reads an entry as kustomize does, as far as a text tells. */
export function readOrigin(text: string): Origin {
  if (!REMOTE.test(text)) return { remote: false, place: localPlace(text), ref: '' }
  const bare = text
    .replace(/^git::/, '')
    .replace(/^[a-z+]+:\/\//i, '')
    .replace(/^git@([^:/]+):/, '$1/')
  const path = bare.replace(/\?.*$/, '')
  const ref = QUERY_REF.exec(bare)?.[1] ?? RAW.exec(path)?.[1] ?? PATH_REF.exec(path)?.[1] ?? ''
  const place = ref === '' ? path : path.replaceAll(ref, '*')
  return { remote: true, place: place.replace(/\.git(?=\/|$)/, '').replace(/\/+$/, ''), ref }
}

function localPlace(text: string): string {
  const steps = text.split('/').filter((step) => step !== '.' && step !== '')
  return steps.join('/')
}
