import {
  COLLECTION_STYLE,
  EVENT_ID,
  type AliasEvent,
  type MappingEvent,
  type ScalarEvent,
  type SequenceEvent,
} from 'js-yaml'
import { emptyObject, type Json } from '../model/json.ts'
import type { Anchor } from './anchors.ts'
import { refuseAnchorForm } from './check-form.ts'
import type { DocumentBuild } from './document-build.ts'
import { isMergeKey, MERGE_REFUSALS, MergedMap } from './merged-map.ts'
import { checkKeyForm, readKey } from './read-key.ts'
import { readScalar, refuseTag } from './read-scalar.ts'
import { resolveAlias } from './resolve-alias.ts'

/**
 * Builds the value of the node that comes next as Kubernetes would; only right when the build has no issues afterwards.
 * An alias is read again where it stands, so nothing is shared and everything is counted.
 */
export function buildValue(build: DocumentBuild, depth = 1): Json {
  const at = build.events.at
  const event = build.events.next()
  if (event.type === EVENT_ID.DOCUMENT || event.type === EVENT_ID.POP) throw new Error('no node begins here')
  if (!build.enter(event, depth)) return null
  if (event.type === EVENT_ID.ALIAS) return expandAlias(build, event, depth)
  const anchor = openAnchor(build, event, at)
  const value = event.type === EVENT_ID.SCALAR ? readScalar(build, event) : collection(build, event, depth)
  if (anchor !== null) anchor.open = false
  return value
}

function expandAlias(build: DocumentBuild, event: AliasEvent, depth: number): Json {
  const offset = build.offset(event)
  const target = resolveAlias(build, event, build.events.at - 1)
  if (target === null) return null
  return build.inAlias(offset, target, () => buildValue(build, depth))
}

function openAnchor(
  build: DocumentBuild,
  event: ScalarEvent | SequenceEvent | MappingEvent,
  at: number,
): Anchor | null {
  if (event.anchorStart === -1 || build.alias !== null) return null
  const name = build.source.text.slice(event.anchorStart, event.anchorEnd)
  const opened = refuseAnchorForm(build.source.text, event) ?? build.anchors.open(name, at)
  if (!('code' in opened)) return opened
  build.refuse(opened.code, event.anchorStart - 1, opened.text)
  return null
}

function collection(build: DocumentBuild, event: SequenceEvent | MappingEvent, depth: number): Json {
  refuseTag(build, event)
  const brackets = event.style === COLLECTION_STYLE.FLOW ? 1 : 0
  build.brackets += brackets
  const value = event.type === EVENT_ID.SEQUENCE ? buildList(build, depth) : buildMap(build, event, depth)
  build.brackets -= brackets
  build.events.at += 1
  return value
}

function buildList(build: DocumentBuild, depth: number): Json {
  const list: Json[] = []
  while (!build.atEnd()) {
    const offset = build.alias ?? build.offset(build.events.peek())
    build.places?.record(list, String(list.length), { key: offset, value: offset })
    list.push(buildValue(build, depth + 1))
  }
  return list
}

function buildMap(build: DocumentBuild, event: MappingEvent, depth: number): Json {
  const map = new MergedMap(emptyObject())
  for (let isFirst = true; !build.atEnd(); isFirst = false) {
    const keyEvent = build.events.peek()
    const keyOffset = build.alias ?? build.offset(keyEvent)
    if (isMergeKey(build.source.text, keyEvent)) {
      build.events.at += 1
      checkKeyForm(build, keyEvent, event, isFirst)
      build.hasMerge = true
      merge(build, map, keyOffset, depth)
      continue
    }
    const key = readKey(build, event, isFirst)
    if (build.atEnd()) break
    const valueOffset = build.alias ?? build.offset(build.events.peek(), keyOffset)
    const value = buildValue(build, depth + 1)
    if (key === undefined) continue
    if (!map.set(key, value)) {
      const text = `The key "${key.slice(0, 80)}" stands twice in this map; Kubernetes uses the last one. Remove one.`
      build.refuse('yaml.duplicate-key', keyOffset, text)
    }
    build.places?.record(map.value, key, { key: keyOffset, value: valueOffset })
  }
  return map.value
}

function merge(build: DocumentBuild, map: MergedMap, keyOffset: number, depth: number): void {
  const valueEvent = build.events.peek()
  const valueOffset = build.alias ?? build.offset(valueEvent, keyOffset)
  const known = build.issues.length
  const written = buildValue(build, depth + 1)
  if (build.issues.length > known) return
  const merged = map.merge(written, valueEvent.type === EVENT_ID.SEQUENCE)
  if (typeof merged === 'string') {
    build.refuse(MERGE_REFUSALS[merged].code, keyOffset, MERGE_REFUSALS[merged].text)
    return
  }
  for (const { key, from } of merged) {
    const place = build.places?.entry(from, key) ?? { key: keyOffset, value: valueOffset }
    build.places?.record(map.value, key, place)
  }
}
