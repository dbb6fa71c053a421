import {
  COLLECTION_STYLE,
  EVENT_ID,
  getScalarValue,
  SCALAR_STYLE,
  type Event,
  type MappingEvent,
  type ScalarEvent,
  type SequenceEvent,
} from 'js-yaml'
import type { Json } from '../model/json.ts'
import { refuseEntry } from './check-entry.ts'
import { findForeignEscape } from './check-escapes.ts'
import { refuseScalarForm } from './check-form.ts'
import type { DocumentBuild } from './document-build.ts'
import { refuseKey, refuseKeyForm } from './mapping-key.ts'
import { readPlainScalar, whyRefused } from './scalar.ts'

/** The value of a scalar; only right when it is not refused. */
export function readScalar(build: DocumentBuild, event: ScalarEvent): Json {
  const offset = build.offset(event)
  refuseTag(build, event)
  const text = readText(build, event)
  if (event.style !== SCALAR_STYLE.PLAIN || event.tagStart !== -1) return text
  const value = readPlainScalar(text)
  if (value !== undefined) return value
  const why = whyRefused(text)
  build.refuse(why.code, offset, why.text)
  return null
}

/** The text of the key that comes next, in a map that has it as its first or not; undefined when it is refused. */
export function readKey(build: DocumentBuild, map: MappingEvent, isFirst: boolean): string | undefined {
  const event = build.events.peek()
  const offset = build.offset(event)
  if (!build.enter(event, 0)) return undefined
  if (event.type !== EVENT_ID.SCALAR) return refuseComplexKey(build, event, offset)
  build.events.at += 1
  checkKeyForm(build, event, map, isFirst)
  refuseTag(build, event)
  const text = readText(build, event)
  const refusal = refuseKey(event, text)
  if (refusal === null) return text
  build.refuse(refusal.code, offset, refusal.text)
  return undefined
}

/** Refuses the writing of a key that Kubernetes does not find, or finds elsewhere. */
export function checkKeyForm(
  build: DocumentBuild,
  event: ScalarEvent,
  map: MappingEvent,
  isFirst: boolean,
): void {
  if (event.valueStart === -1) return
  const source = build.source.text
  const start = build.offset(event)
  const form = refuseKeyForm(source, event, map.style, build.limits)
  if (form !== null) build.refuse(form.code, start, form.text)
  if (map.style === COLLECTION_STYLE.FLOW) return
  const keyStart = event.tagStart === -1 ? start : Math.min(start, event.tagStart)
  const keyEnd = event.valueEnd + (event.style === SCALAR_STYLE.PLAIN ? 0 : 1)
  const place = refuseEntry(source, { map: map.start, keyStart, keyEnd, isFirst })
  if (place !== null) build.refuse(place.code, keyStart, place.text)
}

/** Refuses every tag but `!!str` before text. */
export function refuseTag(build: DocumentBuild, event: ScalarEvent | SequenceEvent | MappingEvent): void {
  if (event.tagStart === -1) return
  const isText = event.type === EVENT_ID.SCALAR && event.valueStart !== -1
  if (isText && build.source.text.slice(event.tagStart, event.tagEnd) === '!!str') return
  build.refuse(
    'yaml.tag',
    event.tagStart,
    'A tag (!) stands here; only !!str before text is read. Remove it, or quote the text.',
  )
}

function refuseComplexKey(build: DocumentBuild, event: Event, offset: number): undefined {
  const isAlias = event.type === EVENT_ID.ALIAS
  const seen = isAlias ? 'An alias' : 'A list or a map'
  build.refuse(
    isAlias ? 'yaml.alias-key' : 'yaml.complex-key',
    offset,
    `${seen} stands as a key. Write the key as text.`,
  )
  build.events.skip()
  return undefined
}

function readText(build: DocumentBuild, event: ScalarEvent): string {
  if (event.valueStart === -1) return ''
  const source = build.source
  build.lastEnd = event.valueEnd
  const form = refuseScalarForm(source.text, event, build.brackets > 0)
  if (form !== null) build.refuse(form.code, event.valueStart, form.text)
  const text = getScalarValue(source.text, event)
  if (event.fast || event.style !== SCALAR_STYLE.DOUBLE_QUOTED) return text
  const escape = source.json ? -1 : findForeignEscape(source.text.slice(event.valueStart, event.valueEnd))
  if (escape !== -1) {
    const sentence =
      'Kubernetes does not read this escape as other YAML readers do. Write the character itself.'
    build.refuse('yaml.escape', event.valueStart + escape, sentence)
  } else if (!text.isWellFormed()) {
    const sentence = 'An escape stands for half of a character. Write the whole character.'
    build.refuse('yaml.surrogate', event.valueStart, sentence)
  }
  return text
}
