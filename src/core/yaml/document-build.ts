import { EVENT_ID, type Event } from 'js-yaml'
import type { Issue } from '../model/issue.ts'
import { Anchors } from './anchors.ts'
import type { DocumentSource } from './document-source.ts'
import { EventCursor, startOf } from './event-cursor.ts'
import { NodeBudget } from './node-budget.ts'
import type { Places } from './places.ts'
import type { YamlLimits } from './yaml-limits.ts'

/** What is known while the value of one document is built, and the issues found so far. */
export class DocumentBuild {
  readonly source: DocumentSource
  readonly events: EventCursor
  readonly limits: YamlLimits
  readonly places: Places | null
  readonly anchors: Anchors
  readonly issues: Issue[] = []
  /** Where the outermost alias stands that is being expanded; null when what is read is written here. */
  alias: number | null = null
  /** How many brackets are open around the node. */
  brackets = 0
  /** Where the last text ends: empty nodes stand there. */
  lastEnd = 0
  stopped = false
  /** Whether a merge key stands in the document, of which no reader agrees with another when certain keys do too. */
  hasMerge = false
  readonly #budget: NodeBudget
  readonly #withMerge: Issue[] = []

  constructor(source: DocumentSource, events: readonly Event[], limits: YamlLimits, places: Places | null) {
    this.source = source
    this.events = new EventCursor(events)
    this.limits = limits
    this.places = places
    this.anchors = new Anchors(limits)
    this.#budget = new NodeBudget(limits)
  }

  /** Counts a node at its depth; false, and the build stops, when it is too many or too deep. */
  enter(event: Event, depth: number): boolean {
    const excess = this.#budget.spend(this.alias !== null)
    if (excess !== null) this.stop('yaml.too-many-nodes', this.offset(event), excess)
    else if (depth > this.limits.maxDepth) {
      const text = `More than ${String(this.limits.maxDepth)} levels are nested here. Write it flatter.`
      this.stop('yaml.too-deep', this.offset(event), text)
    }
    return !this.stopped
  }

  /** Whether the map or list that is read has no more nodes. */
  atEnd(): boolean {
    return this.stopped || this.events.peek().type === EVENT_ID.POP
  }

  /** Where a node is written; an empty one stands at `empty`. */
  offset(event: Event, empty?: number): number {
    return startOf(this.source.text, event, this.lastEnd, empty)
  }

  /** Reads the node at an event for the alias at an offset, and comes back. */
  inAlias<T>(offset: number, target: number, read: () => T): T {
    const outer = { at: this.events.at, alias: this.alias, lastEnd: this.lastEnd }
    this.alias ??= offset
    this.events.at = target
    const value = read()
    this.events.at = outer.at
    this.alias = outer.alias
    this.lastEnd = outer.lastEnd
    return value
  }

  /** Notes a mistake. What is wrong inside an anchored value is said once, where it is written. */
  refuse(code: string, offset: number, text: string): void {
    if (this.alias === null) this.issues.push(this.source.issue(code, offset, text))
  }

  /** Notes a key that is a mistake when a merge stands anywhere in the document. */
  refuseWithMerge(code: string, offset: number, text: string): void {
    if (this.alias === null) this.#withMerge.push(this.source.issue(code, offset, text))
  }

  /** The issues, when all of the document is read. */
  finish(): readonly Issue[] {
    return this.hasMerge ? [...this.issues, ...this.#withMerge] : this.issues
  }

  /** Notes what makes it useless to go on, and ends the build. */
  stop(code: string, offset: number, text: string): void {
    this.issues.push(this.source.issue(code, this.alias ?? offset, text))
    this.stopped = true
  }
}
