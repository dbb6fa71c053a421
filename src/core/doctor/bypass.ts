import { type Check, unread, type UnreadRemark } from './check.ts'
import type { BypassActor, Observation, Unread } from './observation.ts'
import { requirementsOf } from './required-status.ts'

/** Who may merge without the status. */
export type BypassRemark =
  | { readonly code: 'no-bypass' }
  | { readonly code: 'bypass-exempt'; readonly actors: readonly BypassActor[] }
  | { readonly code: 'bypass-actors'; readonly actors: readonly BypassActor[]; readonly admins: boolean }
  | { readonly code: 'bypass-hidden'; readonly rulesets: readonly string[] }
  | UnreadRemark

/** Who may pass by what requires the status? Null: nothing requires it. */
export function checkBypass(observation: Observation): Check<'bypass', BypassRemark> | null {
  const id = 'bypass'
  const found = requirementsOf(observation)
  if (found.length === 0) return null
  const ids = new Set(found.flatMap(({ place }) => (place.kind === 'ruleset' ? [place.id] : [])))
  const rulesets = actorsOf(ids, observation)
  const exempt = rulesets.actors.filter(({ mode }) => mode === 'exempt')
  if (exempt.length > 0) return { id, verdict: 'fix', remark: { code: 'bypass-exempt', actors: exempt } }
  const admins = adminsPass(ids.size, observation)
  const [doubt] = [...rulesets.unread, ...(typeof admins === 'boolean' ? [] : [admins])]
  if (doubt) return unread(id, doubt)
  if (rulesets.hidden.length > 0)
    return { id, verdict: 'unknown', remark: { code: 'bypass-hidden', rulesets: rulesets.hidden } }
  const { actors } = rulesets
  return actors.length > 0 || admins === true
    ? { id, verdict: 'note', remark: { code: 'bypass-actors', actors, admins: admins === true } }
    : { id, verdict: 'ok', remark: { code: 'no-bypass' } }
}

interface Bypass {
  readonly actors: readonly BypassActor[]
  readonly hidden: readonly string[]
  readonly unread: readonly Unread[]
}

function actorsOf(ids: ReadonlySet<number>, { rulesets }: Observation): Bypass {
  const actors: BypassActor[] = []
  const hidden: string[] = []
  const unreadOnes: Unread[] = []
  for (const id of ids) {
    const ruleset = rulesets.get(id)
    if (ruleset === undefined) hidden.push(String(id))
    else if (!ruleset.ok) unreadOnes.push(ruleset.error)
    else if (ruleset.value.actors === null) hidden.push(ruleset.value.name)
    else actors.push(...ruleset.value.actors)
  }
  return { actors, hidden, unread: unreadOnes }
}

/** Administrators pass by classic protection unless it says otherwise. A ruleset that requires the status too holds them. */
function adminsPass(rulesets: number, { protection }: Observation): boolean | Unread {
  if (rulesets > 0 || protection === null) return false
  return protection.ok ? !protection.value.enforceAdmins : protection.error
}
