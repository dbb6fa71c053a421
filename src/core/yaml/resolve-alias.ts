import type { AliasEvent } from 'js-yaml'
import type { DocumentBuild } from './document-build.ts'

/** The event at which the node of an alias begins; null when it is refused. `at` is the event of the alias itself. */
export function resolveAlias(build: DocumentBuild, event: AliasEvent, at: number): number | null {
  const offset = build.offset(event)
  build.lastEnd = event.anchorEnd
  const name = build.source.text.slice(event.anchorStart, event.anchorEnd)
  const target = build.anchors.resolve(name, at)
  if ('event' in target) return target.event
  if (target.fatal) build.stop(target.refused, offset, target.text)
  else build.refuse(target.refused, offset, target.text)
  return null
}
