import { COLLECTION_STYLE, EVENT_ID, type Event } from 'js-yaml'
import type { Issue } from '../model/issue.ts'
import { isJsonObject, type Json, type JsonObject } from '../model/json.ts'
import type { Position } from '../model/source-location.ts'
import { err, ok, type Result } from '../model/result.ts'
import { buildValue } from './build-value.ts'
import { checkTabs } from './check-tabs.ts'
import { DocumentBuild } from './document-build.ts'
import type { DocumentSource } from './document-source.ts'
import { startOf } from './event-cursor.ts'
import { parseSource } from './parse-source.ts'
import { Places, type Place } from './places.ts'
import { checkStrictJson } from './strict-json.ts'
import { syntaxIssue } from './syntax-issue.ts'
import type { YamlDocument } from './yaml-document.ts'
import type { YamlLimits } from './yaml-limits.ts'

/** Reads one document, which must be a map; null when it is empty, only comments or `null`. */
export function readDocument(
  source: DocumentSource,
  limits: YamlLimits,
): Result<YamlDocument | null, readonly Issue[]> {
  const root = readRoot(source, limits)
  if (!root.ok) return root
  if (root.value === null || root.value.value === null) return ok(null)
  const { value, start } = root.value
  if (!isJsonObject(value)) return err([source.issue('yaml.root', start, ROOT_TEXT)])
  return ok(located(source, value, start, limits))
}

/** Reads the value of one document, whatever it is, and where it starts; null when it is empty or only comments. */
export function readRoot(
  source: DocumentSource,
  limits: YamlLimits,
): Result<{ readonly value: Json; readonly start: number } | null, readonly Issue[]> {
  const json = source.json ? checkStrictJson(source, 0) : undefined
  if (json !== undefined) return err([json])
  const events = parse(source, limits)
  if (!events.ok) return err([events.error])
  const tab = source.json ? undefined : checkTabs(source, events.value)
  const misplaced = tab ?? strayMarker(source, events.value)
  if (misplaced !== undefined) return err([misplaced])
  const root = events.value[ROOT]
  if (root === undefined) return ok(null)
  const build = new DocumentBuild(source, events.value, limits, null)
  build.events.at = ROOT
  const value = buildValue(build)
  const issues = build.finish()
  if (issues.length > 0) return err(issues)
  const start = startOf(source.text, root, 0)
  const flow = flowRoot(source, root, start)
  return flow === undefined ? ok({ value, start }) : err([flow])
}

// The first event opens the document.
const ROOT = 1

const ROOT_TEXT = 'A document must be a map of keys and values here; this is a list or a single value.'

function parse(source: DocumentSource, limits: YamlLimits): Result<readonly Event[], Issue> {
  try {
    return ok(parseSource(source, limits))
  } catch (error) {
    return err(syntaxIssue(error, source, limits))
  }
}

// The text was split at its markers, so the parser can find none; it takes an indented one for a marker, Kubernetes not.
function strayMarker(source: DocumentSource, events: readonly Event[]): Issue | undefined {
  const documents = events.filter((event) => event.type === EVENT_ID.DOCUMENT)
  if (documents.length < 2 && documents.every((document) => !document.explicitStart)) return undefined
  const marker = Math.max(source.text.indexOf('---'), 0)
  return source.issue('yaml.separator', marker, 'A marker --- is indented. Move it to the start of its line.')
}

function flowRoot(source: DocumentSource, root: Event, start: number): Issue | undefined {
  if (source.json || root.type !== EVENT_ID.MAPPING || root.style !== COLLECTION_STYLE.FLOW) return undefined
  return checkStrictJson(source, start)
}

// Places are asked for only where something changed: they cost as much as reading, so they are found on demand.
function located(source: DocumentSource, value: JsonObject, start: number, limits: YamlLimits): YamlDocument {
  let found: { readonly places: Places; readonly root: Json } | null = null
  const find = (pointer: string): Place => {
    if (pointer === '') return { key: start, value: start }
    found ??= findPlaces(source, limits)
    return found.places.find(found.root, start, pointer)
  }
  return {
    value,
    line: source.lines.position(start).line,
    locate: (pointer): Position => source.lines.position(find(pointer).value),
    locateKey: (pointer): Position => source.lines.position(find(pointer).key),
  }
}

function findPlaces(
  source: DocumentSource,
  limits: YamlLimits,
): { readonly places: Places; readonly root: Json } {
  const places = new Places()
  const build = new DocumentBuild(source, parseSource(source, limits), limits, places)
  build.events.at = ROOT
  return { places, root: buildValue(build) }
}
