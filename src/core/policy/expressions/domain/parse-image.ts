/** The parts of the name of an image, with what a container runtime fills in. */
export interface ImageName {
  /** `docker.io` when none is written. */
  readonly registry: string
  /** With `library/` before a plain name of Docker Hub. */
  readonly repository: string
  /** Empty when none is written: `latest`, unless there is a digest. */
  readonly tag: string
  /** `sha256:...`, or empty. */
  readonly digest: string
}

const MAX_LENGTH = 1000
const REGISTRY = /^(?:[A-Za-z\d](?:[A-Za-z\d.-]*[A-Za-z\d])?|\[[\da-fA-F:]+\])(?::\d+)?$/
const COMPONENT = /^[a-z\d]+(?:(?:\.|__?|-+)[a-z\d]+)*$/
const TAG = /^\w[\w.-]{0,127}$/
const DIGEST = /^[A-Za-z][A-Za-z\d]*(?:[+._-][A-Za-z][A-Za-z\d]*)*:[\da-fA-F]{32,}$/

/** Reads the name of an image as container runtimes do. Undefined: they would refuse it. */
export function parseImage(text: string): ImageName | undefined {
  if (text.length > MAX_LENGTH) return undefined
  const [beforeDigest, digest] = splitAt(text, text.indexOf('@'))
  const colon = beforeDigest.lastIndexOf(':')
  const [name, tag] = splitAt(beforeDigest, colon > beforeDigest.lastIndexOf('/') ? colon : -1)
  if ((tag !== null && !TAG.test(tag)) || (digest !== null && !DIGEST.test(digest))) return undefined
  const place = placeOf(name)
  return place && { ...place, tag: tag ?? '', digest: digest ?? '' }
}

function splitAt(text: string, at: number): readonly [string, string | null] {
  return at < 0 ? [text, null] : [text.slice(0, at), text.slice(at + 1)]
}

/** What stands before the first slash is a registry only when no repository could be called so. */
function placeOf(name: string): Pick<ImageName, 'registry' | 'repository'> | undefined {
  const slash = name.indexOf('/')
  const first = slash < 0 ? '' : name.slice(0, slash)
  const named = /[.:A-Z]/.test(first) || first === 'localhost'
  const path = named ? name.slice(slash + 1) : name
  if ((named && !REGISTRY.test(first)) || !path.split('/').every((part) => COMPONENT.test(part)))
    return undefined
  const registry = !named || first === 'index.docker.io' ? 'docker.io' : first
  return { registry, repository: registry === 'docker.io' && !path.includes('/') ? `library/${path}` : path }
}
