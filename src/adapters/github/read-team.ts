import * as v from 'valibot'
import type { Team } from '../../core/model/facts.ts'
import type { Problem } from '../../gate/problem.ts'
import type { GitHub } from './github.ts'
import type { Operation } from './problem-of.ts'

const TEAM = v.object({ slug: v.string() })
const MEMBERS = v.array(v.object({ login: v.string() }))

/**
 * The active members of `@org/team` and of the teams below it. The team itself is asked for first: only when it can be seen does
 * its list of members mean what it says.
 */
export async function readTeam(github: GitHub, owner: string): Promise<Team> {
  const [, org, slug] = /^@([^/]+)\/([^/]+)$/.exec(owner) ?? []
  if (org === undefined || slug === undefined) return { unreadable: `"${owner}" is no team` }
  const operation: Operation = { what: `read team ${owner}`, needs: 'members: read' }
  const seen = await github.rest(operation, TEAM, async (client) => {
    const answer = await client.rest.teams.getByName({ org, team_slug: slug })
    return answer.data
  })
  if (!seen.ok) return { unreadable: brief(operation, seen.error) }
  const members = await github.rest(operation, MEMBERS, (client) =>
    client.paginate(client.rest.teams.listMembersInOrg, { org, team_slug: seen.value.slug, per_page: 100 }),
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
