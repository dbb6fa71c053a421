import {
  COLLECTION_STYLE,
  EVENT_ID,
  SCALAR_STYLE,
  type AliasEvent,
  type Event,
  type MappingEvent,
  type ScalarEvent,
  type SequenceEvent,
} from 'js-yaml'
import type { Issue } from '../model/issue.ts'
import { emptyObject, type Json } from '../model/json.ts'
import { Anchors } from './anchors.ts'
import { refuseEntry } from './check-entry.ts'
import { refuseAnchorForm, refuseScalarForm } from './check-form.ts'
import type { DocumentSource } from './document-source.ts'
import { EventCursor, startOf } from './event-cursor.ts'
import { refuseKey, refuseKeyForm } from './mapping-key.ts'
import { isMergeKey, MERGE_REFUSALS, MergedMap } from './merged-map.ts'
import { NodeBudget } from './node-budget.ts'
import type { Places } from './places.ts'
import { readString } from './read-string.ts'
import { readPlainScalar, whyRefused } from './scalar.ts'
import type { YamlLimits } from './yaml-limits.ts'

/**
 * Builds the value of one document from the parser's events as Kubernetes would, collecting what it refuses. An alias
 * is read again where it stands, so nothing is shared and everything is counted.
 */
export class ValueBuilder {
  readonly issues: Issue[] = []
  readonly #source: DocumentSource
  readonly #events: EventCursor
  readonly #limits: YamlLimits
  readonly #places: Places | null
  readonly #anchors: Anchors
  readonly #budget: NodeBudget
  #lastEnd = 0
  #stopped = false
  #brackets = 0
  /** Where the outermost alias stands that is being expanded. */
  #alias: number | null = null

  constructor(source: DocumentSource, events: readonly Event[], limits: YamlLimits, places: Places | null) {
    this.#source = source
    this.#events = new EventCursor(events)
    this.#limits = limits
    this.#places = places
    this.#anchors = new Anchors(limits)
    this.#budget = new NodeBudget(limits)
  }

  /** The value of the node at an event; only right when there are no issues afterwards. */
  build(event: number): Json {
    this.#events.at = event
    return this.#node(1)
  }

  #node(depth: number): Json {
    const at = this.#events.at
    const event = this.#events.next()
    if (event.type === EVENT_ID.DOCUMENT || event.type === EVENT_ID.POP)
      throw new Error('no node begins here')
    const excess = this.#budget.spend(this.#alias !== null)
    if (excess !== null) return this.#stop('yaml.too-many-nodes', this.#offset(event), excess)
    if (depth > this.#limits.maxDepth) {
      const text = `More than ${String(this.#limits.maxDepth)} levels are nested here. Write it flatter.`
      return this.#stop('yaml.too-deep', this.#offset(event), text)
    }
    if (event.type === EVENT_ID.ALIAS) return this.#expand(event, depth)
    const anchor = this.#openAnchor(event, at)
    const value = this.#content(event, depth)
    if (anchor !== null) this.#anchors.close(anchor)
    return value
  }

  #content(event: ScalarEvent | SequenceEvent | MappingEvent, depth: number): Json {
    if (event.type === EVENT_ID.SCALAR) return this.#scalar(event)
    if (event.tagStart !== -1) this.#refuseTag(event)
    const brackets = event.style === COLLECTION_STYLE.FLOW ? 1 : 0
    this.#brackets += brackets
    const value = event.type === EVENT_ID.SEQUENCE ? this.#sequence(depth) : this.#mapping(event, depth)
    this.#brackets -= brackets
    return value
  }

  #scalar(event: ScalarEvent): Json {
    const offset = this.#offset(event)
    if (event.tagStart !== -1) this.#refuseTag(event)
    const text = this.#text(event)
    if (event.style !== SCALAR_STYLE.PLAIN || text === undefined) return text ?? null
    if (event.tagStart !== -1) return text
    const value = readPlainScalar(text)
    if (value !== undefined) return value
    const why = whyRefused(text)
    this.#refuse(why.code, offset, why.text)
    return null
  }

  #text(event: ScalarEvent): string | undefined {
    if (event.valueStart !== -1) {
      this.#lastEnd = event.valueEnd
      const form = refuseScalarForm(this.#source.text, event, this.#brackets > 0)
      if (form !== null) this.#refuse(form.code, event.valueStart, form.text)
    }
    const reading = readString(this.#source.text, event, this.#source.json)
    if ('text' in reading) return reading.text
    this.#refuse(reading.refused, reading.offset, reading.sentence)
    return undefined
  }

  #sequence(depth: number): Json {
    const list: Json[] = []
    while (!this.#atPop()) {
      const offset = this.#alias ?? this.#offset(this.#events.peek())
      this.#places?.record(list, String(list.length), { key: offset, value: offset })
      list.push(this.#node(depth + 1))
    }
    this.#events.at += 1
    return list
  }

  #mapping(event: MappingEvent, depth: number): Json {
    const map = new MergedMap(emptyObject())
    let isFirst = true
    while (!this.#atPop()) {
      const keyEvent = this.#events.peek()
      const keyOffset = this.#alias ?? this.#offset(keyEvent)
      this.#checkEntry(keyEvent, event, isFirst)
      isFirst = false
      if (isMergeKey(this.#source.text, keyEvent)) {
        this.#events.at += 1
        this.#merge(map, keyOffset, depth)
        continue
      }
      const key = this.#key(keyEvent)
      if (this.#stopped || this.#atPop()) break
      const valueOffset = this.#alias ?? this.#offset(this.#events.peek(), keyOffset)
      const value = this.#node(depth + 1)
      if (key === undefined) continue
      if (!map.set(key, value)) {
        const text = `The key "${key.slice(0, 80)}" stands twice in this map; Kubernetes uses the last one. Remove one.`
        this.#refuse('yaml.duplicate-key', keyOffset, text)
      }
      this.#places?.record(map.value, key, { key: keyOffset, value: valueOffset })
    }
    this.#events.at += 1
    return map.value
  }

  #checkEntry(event: Event, mapping: MappingEvent, isFirst: boolean): void {
    if (event.type !== EVENT_ID.SCALAR || event.valueStart === -1) return
    const start = this.#offset(event)
    const form = refuseKeyForm(this.#source.text, event, mapping.style, this.#limits)
    if (form !== null) this.#refuse(form.code, start, form.text)
    if (mapping.style === COLLECTION_STYLE.FLOW) return
    const keyStart = event.tagStart === -1 ? start : Math.min(start, event.tagStart)
    const keyEnd = event.valueEnd + (event.style === SCALAR_STYLE.PLAIN ? 0 : 1)
    const refusal = refuseEntry(this.#source.text, { map: mapping.start, keyStart, keyEnd, isFirst })
    if (refusal !== null) this.#refuse(refusal.code, keyStart, refusal.text)
  }

  #key(event: Event): string | undefined {
    const excess = this.#budget.spend(this.#alias !== null)
    if (excess !== null) this.#stop('yaml.too-many-nodes', this.#offset(event), excess)
    if (event.type !== EVENT_ID.SCALAR) {
      const code = event.type === EVENT_ID.ALIAS ? 'yaml.alias-key' : 'yaml.complex-key'
      const seen = event.type === EVENT_ID.ALIAS ? 'An alias' : 'A list or a map'
      this.#refuse(code, this.#offset(event), `${seen} stands as a key. Write the key as text.`)
      this.#events.skip()
      return undefined
    }
    this.#events.at += 1
    const offset = this.#offset(event)
    if (event.tagStart !== -1) this.#refuseTag(event)
    const text = this.#text(event)
    if (text === undefined) return undefined
    const refusal = refuseKey(event, text)
    if (refusal === null) return text
    this.#refuse(refusal.code, offset, refusal.text)
    return undefined
  }

  #merge(map: MergedMap, keyOffset: number, depth: number): void {
    if (this.#stopped || this.#atPop()) return
    const valueOffset = this.#alias ?? this.#offset(this.#events.peek(), keyOffset)
    const fromList = this.#events.peek().type === EVENT_ID.SEQUENCE
    const known = this.issues.length
    const written = this.#node(depth + 1)
    if (this.issues.length > known) return
    const merged = map.merge(written, fromList)
    if (typeof merged === 'string') {
      this.#refuse(MERGE_REFUSALS[merged].code, keyOffset, MERGE_REFUSALS[merged].text)
      return
    }
    for (const { key, from } of merged) {
      const place = this.#places?.entry(from, key) ?? { key: keyOffset, value: valueOffset }
      this.#places?.record(map.value, key, place)
    }
  }

  #expand(event: AliasEvent, depth: number): Json {
    const offset = this.#offset(event)
    this.#lastEnd = event.anchorEnd
    const name = this.#source.text.slice(event.anchorStart, event.anchorEnd)
    const target = this.#anchors.resolve(name, this.#alias === null)
    if ('refused' in target) {
      if (target.fatal) return this.#stop(target.refused, offset, target.text)
      this.#refuse(target.refused, offset, target.text)
      return null
    }
    const outer = { cursor: this.#events.at, alias: this.#alias }
    this.#alias ??= offset
    this.#events.at = target.event
    const value = this.#node(depth)
    this.#events.at = outer.cursor
    this.#alias = outer.alias
    return value
  }

  #openAnchor(event: ScalarEvent | SequenceEvent | MappingEvent, at: number): string | null {
    if (event.anchorStart === -1 || this.#alias !== null) return null
    const name = this.#source.text.slice(event.anchorStart, event.anchorEnd)
    const refusal = this.#anchors.open(name, at) ?? refuseAnchorForm(this.#source.text, event)
    if (refusal === null) return name
    this.#refuse(refusal.code, event.anchorStart - 1, refusal.text)
    return null
  }

  #refuseTag(event: ScalarEvent | SequenceEvent | MappingEvent): void {
    const isString = this.#source.text.slice(event.tagStart, event.tagEnd) === '!!str'
    const isEmpty = event.type === EVENT_ID.SCALAR && event.valueStart === -1
    if (isString && event.type === EVENT_ID.SCALAR && !isEmpty) return
    this.#refuse(
      'yaml.tag',
      event.tagStart,
      'A tag (!) stands here; only !!str before text is read. Remove it, or quote the text.',
    )
  }

  #offset(event: Event, empty?: number): number {
    return startOf(this.#source.text, event, this.#lastEnd, empty)
  }

  #atPop(): boolean {
    return this.#stopped || this.#events.peek().type === EVENT_ID.POP
  }

  // What is wrong inside an anchored value is said once, where it is written.
  #refuse(code: string, offset: number, text: string): void {
    if (this.#alias === null) this.issues.push(this.#source.issue(code, offset, text))
  }

  #stop(code: string, offset: number, text: string): null {
    if (!this.#stopped) this.issues.push(this.#source.issue(code, this.#alias ?? offset, text))
    this.#stopped = true
    return null
  }
}
