import type { GateFilesRemark, OwnersRemark } from '../../doctor/code-owners.ts'
import type { TeamsRemark } from '../../doctor/teams.ts'
import { asSentence, count, listOf } from '../phrases.ts'
import { said, type Said, unreadSaid } from './said.ts'

/** Lists are shown up to here. */
const SHOWN = 5

/** Which CODEOWNERS counts. */
export function ownersSaid(remark: OwnersRemark): Said {
  switch (remark.code) {
    case 'owners':
      return said(`GitHub uses ${remark.path} and takes all its lines.`)
    case 'owners-missing':
      return remark.fallback
        ? said(
            `There is no CODEOWNERS on ${remark.branch}; the policy names whom to ask.`,
            'Add one if others are to be asked for some paths.',
          )
        : said(
            `There is no CODEOWNERS on ${remark.branch}, so nobody can approve what needs a code owner.`,
            'Add .github/CODEOWNERS; "drawbridge init" writes one.',
          )
    case 'owners-errors': {
      const [first] = remark.errors
      const [cause = ''] = (first?.message ?? '').split('\n')
      return said(
        `GitHub skips ${count(remark.errors.length, 'line')} of ${remark.path}; line ${String(first?.line ?? 1)}: ${asSentence(cause)}`,
        `Correct ${remark.errors.length === 1 ? 'it' : 'them'}: who is named there owns nothing.`,
      )
    }
    case 'owners-ignored':
      return said(
        `GitHub uses ${remark.path} and ignores ${listOf(remark.ignored)}.`,
        'Move their lines there, and remove them.',
      )
    case 'unread':
      return unreadSaid(remark)
    default:
      return remark satisfies never
  }
}

/** Whether the gate's own files have an owner. */
export function gateFilesSaid(remark: GateFilesRemark): Said {
  switch (remark.code) {
    case 'gate-files-owned':
      return said('Policy, workflows and CODEOWNERS have owners.')
    case 'gate-files-unowned':
      return said(
        `Nobody owns ${listOf(remark.unowned, 'and', SHOWN)}, by which every merge is decided.`,
        `Add a line such as "/.github/ @org/team" at the end of ${remark.path}, and one for what stands elsewhere.`,
      )
    case 'unread':
      return unreadSaid(remark)
    default:
      return remark satisfies never
  }
}

/** Whether teams can approve. */
export function teamsSaid(remark: TeamsRemark): Said {
  switch (remark.code) {
    case 'no-teams':
      return said('CODEOWNERS names no team.')
    case 'teams':
      return said(`${listOf(remark.teams, 'and', SHOWN)} can be read and may write.`)
    case 'teams-cannot-own': {
      const why = { secret: 'is secret', 'no-write': 'may not write to the repository by itself' }
      return said(
        `GitHub passes over owners that cannot own: ${listOf(
          remark.teams.map((team) => `${team.owner} ${why[team.why]}`),
          'and',
          SHOWN,
        )}.`,
        'Make the team visible and give it the role write, or name another owner.',
      )
    }
    case 'teams-not-read-by-gate':
      return said(
        `The gate's own token reads no team, so paths of ${listOf(remark.teams, 'and', SHOWN)} hold.`,
        'Name people as @user, or give the input members-token the token of an app with "members: read".',
      )
    case 'teams-unread': {
      const [first] = remark.teams
      const more = remark.teams.length - 1
      return said(
        `${first?.why ?? ''}${more > 0 ? ` The same holds for ${count(more, 'more team')}.` : ''}`,
        `${first?.todo ?? ''} The gate's own has to read teams too.`,
      )
    }
    case 'unread':
      return unreadSaid(remark)
    default:
      return remark satisfies never
  }
}
