import {
  COLLECTION_STYLE,
  EVENT_ID,
  SCALAR_STYLE,
  type AliasEvent,
  type MappingEvent,
  type ScalarEvent,
} from 'js-yaml'
import { refuseEntry } from './check-entry.ts'
import type { DocumentBuild } from './document-build.ts'
import { isIntegerKey, refuseKey, refuseKeyForm } from './mapping-key.ts'
import { readScalar, readText, refuseTag } from './read-scalar.ts'
import { resolveAlias } from './resolve-alias.ts'

/** The text of the key that comes next, in a map that has it as its first or not; undefined when it is refused. */
export function readKey(build: DocumentBuild, map: MappingEvent, isFirst: boolean): string | undefined {
  const event = build.events.peek()
  if (!build.enter(event, 0)) return undefined
  if (event.type === EVENT_ID.SCALAR) return readScalarKey(build, event, map, isFirst)
  if (event.type === EVENT_ID.ALIAS) return readAliasKey(build, event, map, isFirst)
  build.refuse(
    'yaml.complex-key',
    build.offset(event),
    'A list or a map stands as a key. Write the key as text.',
  )
  build.events.skip()
  return undefined
}

/** Refuses the writing of a key that Kubernetes does not find, or finds elsewhere. */
export function checkKeyForm(
  build: DocumentBuild,
  event: ScalarEvent | AliasEvent,
  map: MappingEvent,
  isFirst: boolean,
): void {
  if (event.type === EVENT_ID.SCALAR && event.valueStart === -1) return
  const source = build.source.text
  const isPlain = event.type === EVENT_ID.SCALAR && event.style === SCALAR_STYLE.PLAIN
  const quote = event.type === EVENT_ID.SCALAR && !isPlain ? 1 : 0
  const start = build.offset(event)
  const end = event.type === EVENT_ID.SCALAR ? event.valueEnd + quote : event.anchorEnd
  const form = refuseKeyForm(source, { start, end, isPlain }, map.style, build.limits)
  if (form !== null) build.refuse(form.code, start, form.text)
  if (map.style === COLLECTION_STYLE.FLOW) return
  const isTagged = event.type === EVENT_ID.SCALAR && event.tagStart !== -1
  const keyStart = isTagged ? Math.min(start, event.tagStart) : start
  const place = refuseEntry(source, { map: map.start, keyStart, keyEnd: end, isFirst })
  if (place !== null) build.refuse(place.code, keyStart, place.text)
}

function readScalarKey(
  build: DocumentBuild,
  event: ScalarEvent,
  map: MappingEvent,
  isFirst: boolean,
): string | undefined {
  const offset = build.offset(event)
  build.events.at += 1
  checkKeyForm(build, event, map, isFirst)
  refuseTag(build, event)
  const text = readText(build, event)
  if (isIntegerKey(event, text)) {
    const sentence = `The key ${text} is a number, and a merge << stands in the document: Kubernetes may then hold it twice. Quote it.`
    build.refuseWithMerge('yaml.key-not-string', offset, sentence)
    return text
  }
  const refusal = refuseKey(event, text)
  if (refusal === null) return text
  build.refuse(refusal.code, offset, refusal.text)
  return undefined
}

function readAliasKey(
  build: DocumentBuild,
  event: AliasEvent,
  map: MappingEvent,
  isFirst: boolean,
): string | undefined {
  const offset = build.offset(event)
  const at = build.events.at
  build.events.at += 1
  checkKeyForm(build, event, map, isFirst)
  const target = resolveAlias(build, event, at)
  if (target === null) return undefined
  const text = build.inAlias(offset, target, () => readAliasedText(build))
  if (text === null) {
    build.refuse(
      'yaml.alias-key',
      offset,
      'An alias of something else than a line of text stands as a key. Write the key as text.',
    )
    return undefined
  }
  const sentence =
    'An alias stands as a key, and a merge << in the same document: kustomize then takes the name of the alias for the key. Write the key as text.'
  build.refuseWithMerge('yaml.alias-key', offset, sentence)
  return text
}

function readAliasedText(build: DocumentBuild): string | null {
  const event = build.events.peek()
  if (event.type !== EVENT_ID.SCALAR) return null
  const value = readScalar(build, event)
  return typeof value === 'string' && value !== '<<' && !value.includes('\n') ? value : null
}
