import { type Check, unread, type UnreadRemark } from './check.ts'
import { usedCodeowners } from './code-owners.ts'
import type { Observation, Unread } from './observation.ts'
import type { Setup } from './setup.ts'

/** Whether teams that own paths can approve. */
export type TeamsRemark =
  | { readonly code: 'no-teams' }
  | { readonly code: 'teams'; readonly teams: readonly string[] }
  | {
      readonly code: 'teams-cannot-own'
      readonly teams: readonly { readonly owner: string; readonly why: 'secret' | 'no-write' }[]
    }
  | { readonly code: 'teams-not-read-by-gate'; readonly teams: readonly string[] }
  | { readonly code: 'teams-unread'; readonly teams: readonly ({ readonly owner: string } & Unread)[] }
  | UnreadRemark

/** Can every team be read that CODEOWNERS names, and may it own anything? */
export function checkTeams(observation: Observation, setup: Setup): Check<'teams', TeamsRemark> {
  const id = 'teams'
  const used = usedCodeowners(observation)
  if (!used.ok) return unread(id, used.error)
  const { teams } = observation
  if (teams.length === 0) return { id, verdict: 'ok', remark: { code: 'no-teams' } }
  const names = teams.map(({ owner }) => owner)
  const wrong = teams.flatMap(({ owner, team }) => {
    if (!team.ok || (team.value.canWrite && !team.value.secret)) return []
    return [{ owner, why: team.value.secret ? ('secret' as const) : ('no-write' as const) }]
  })
  if (wrong.length > 0) return { id, verdict: 'fix', remark: { code: 'teams-cannot-own', teams: wrong } }
  if (setup.gates.some(({ step }) => setup.kind === 'zero' && !step.inputs.get('members-token')))
    return { id, verdict: 'fix', remark: { code: 'teams-not-read-by-gate', teams: names } }
  const unreadTeams = teams.flatMap(({ owner, team }) => (team.ok ? [] : [{ owner, ...team.error }]))
  return unreadTeams.length > 0
    ? { id, verdict: 'unknown', remark: { code: 'teams-unread', teams: unreadTeams } }
    : { id, verdict: 'ok', remark: { code: 'teams', teams: names } }
}

/** The teams that the CODEOWNERS of the branch names, each once. */
export function teamsOf(observation: Pick<Observation, 'codeowners'>): readonly string[] {
  const used = usedCodeowners(observation)
  const owners = used.ok && used.value ? used.value.lines.flatMap((line) => line.owners) : []
  const teams = owners.filter((owner) => owner.startsWith('@') && owner.includes('/'))
  return [...new Map(teams.map((team) => [team.toLowerCase(), team])).values()]
}
