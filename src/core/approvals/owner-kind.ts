import { parseBot } from '../model/bot-owner.ts'
import type { Account, Facts, Team } from '../model/facts.ts'
import type { Owner } from '../model/requirement.ts'

/** What an owner names: one account, the members of a team, or nothing that can be looked up. */
export type OwnerKind =
  | { readonly kind: 'user'; readonly login: string }
  | { readonly kind: 'bot'; readonly login: string; readonly id: number }
  | { readonly kind: 'team'; readonly members: readonly string[] }
  | { readonly kind: 'unreadable'; readonly why: string; readonly read: boolean }
  | { readonly kind: 'unresolvable' }

/** A team of a requirement that is not known. */
export interface UnreadableTeam {
  readonly team: Owner
  readonly why: string
  /** False: nobody tried to read it. */
  readonly read: boolean
}

/** What an owner names by the facts. Logins come in lower case. A team that was not read is unreadable, never empty. */
export function ownerKind(owner: Owner, facts: Facts): OwnerKind {
  if (!owner.startsWith('@') || owner.length === 1) return { kind: 'unresolvable' }
  const bot = parseBot(owner)
  if (bot !== null) return { kind: 'bot', ...bot }
  const name = owner.toLowerCase()
  if (!name.includes('/')) return { kind: 'user', login: name.slice(1) }
  const team: Team | undefined = facts.teams.get(name)
  if (team === undefined) return { kind: 'unreadable', why: 'not read', read: false }
  if ('unreadable' in team) return { kind: 'unreadable', why: team.unreadable, read: true }
  return { kind: 'team', members: team.members.map((login) => login.toLowerCase()) }
}

/** The owners among these that an account belongs to: by name, as a member, or as a bot by its number. */
export function ownersNaming(account: Account, owners: readonly Owner[], facts: Facts): readonly Owner[] {
  const wanted = account.login.toLowerCase()
  return owners.filter((owner) => {
    const named = ownerKind(owner, facts)
    if (named.kind === 'bot') return isListedBot(account, [owner])
    if (named.kind === 'user') return named.login === wanted
    return named.kind === 'team' && named.members.includes(wanted)
  })
}

/** Whether a policy lists an account that is no person: by its number, since a name can be taken by another. */
export function isListedBot(account: Account, owners: readonly Owner[]): boolean {
  return account.type === 'Bot' && owners.some((owner) => parseBot(owner)?.id === account.id)
}

/** The teams among these owners whose members are not known, with the reason. */
export function unreadableTeams(owners: readonly Owner[], facts: Facts): readonly UnreadableTeam[] {
  return [...new Set(owners)].flatMap((team) => {
    const named = ownerKind(team, facts)
    return named.kind === 'unreadable' ? [{ team, why: named.why, read: named.read }] : []
  })
}

/** The owners among these that name neither an account nor a team. */
export function unresolvableOwners(owners: readonly Owner[], facts: Facts): readonly Owner[] {
  return [...new Set(owners)].filter((owner) => ownerKind(owner, facts).kind === 'unresolvable')
}
