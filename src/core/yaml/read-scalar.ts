import {
  EVENT_ID,
  getScalarValue,
  SCALAR_STYLE,
  type MappingEvent,
  type ScalarEvent,
  type SequenceEvent,
} from 'js-yaml'
import type { Json } from '../model/json.ts'
import { findForeignEscape } from './check-escapes.ts'
import { refuseScalarForm } from './check-form.ts'
import type { DocumentBuild } from './document-build.ts'
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

/** The text of a scalar, whatever it resolves to. */
export function readText(build: DocumentBuild, event: ScalarEvent): string {
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
