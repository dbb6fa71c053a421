import * as v from 'valibot'
import type { Team } from '../../core/model/facts.ts'
import type { Problem } from '../../gate/ports/problem.ts'
import type { GitHub } from './github.ts'
import type { Operation } from './problem-of.ts'

const MEMBERS = v.array(v.object({ login: v.string() }))

/** The active members of `@org/team` and of the teams below it. A team that the token cannot see has no list, which is no empty one. */
export async function readTeam(github: GitHub, owner: string): Promise<Team> {
  const [, org, slug] = /^@([^/]+)\/([^/]+)$/.exec(owner) ?? []
  if (org === undefined || slug === undefined) return { unreadable: `"${owner}" is no team` }
  const operation: Operation = { what: `read team ${owner}`, needs: 'members: read' }
  const members = await github.rest(operation, MEMBERS, (client) =>
    client.paginate(client.rest.teams.listMembersInOrg, { org, team_slug: slug, per_page: 100 }),
  )
  if (!members.ok) return { unreadable: brief(operation, members.error) }
  return { members: members.value.map(({ login }) => login) }
}

/** The problem without the team's name, which stands beside it already: `403: the token needs ...`. */
function brief(operation: Operation, problem: Problem): string {
  const rest = problem.text.replace(`Cannot ${operation.what}`, '').trim()
  return rest
    .replace(/^\((\d+)\)/, '$1')
    .replace(/^: /, '')
    .replace(/\.$/, '')
}
