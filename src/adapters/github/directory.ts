import * as v from 'valibot'
import type { Team } from '../../core/model/facts.ts'
import { ok, type Result } from '../../core/model/result.ts'
import type { Directory } from '../../gate/ports/directory.ts'
import type { Problem } from '../../gate/ports/problem.ts'
import type { GitHub } from './github.ts'
import { readHeads } from './read-heads.ts'
import { readTeam } from './read-team.ts'

/**
 * People and pushes on GitHub. Teams may need a token of their own: the workflow's token can never read them. A team is read
 * once, however often it is asked for.
 */
export function githubDirectory(github: GitHub, members: GitHub): Directory {
  const teams = new Map<string, Promise<Team>>()
  return {
    team: (owner) => {
      const key = owner.toLowerCase()
      const known = teams.get(key) ?? readTeam(members, owner)
      teams.set(key, known)
      return known
    },
    canWrite: (login) => canWrite(github, login),
    heads: (branch) => readHeads(github, branch),
  }
}

const PERMISSION = v.object({ permission: v.string(), role_name: v.optional(v.string()) })

/** Custom roles are known by what they collapse to; `maintain` collapses to `write`, `triage` to `read`. */
const WRITERS: ReadonlySet<string> = new Set(['admin', 'maintain', 'write'])

async function canWrite(github: GitHub, login: string): Promise<Result<boolean, Problem>> {
  const operation = { what: `read what @${login} may do in the repository`, needs: 'metadata: read' }
  const read = await github.rest(operation, PERMISSION, async (client) => {
    const { owner, name: repo } = github
    const answer = await client.rest.repos.getCollaboratorPermissionLevel({ owner, repo, username: login })
    return answer.data
  })
  if (!read.ok) return read.error.code === 'not-found' ? ok(false) : read
  const { permission, role_name: role } = read.value
  return ok(WRITERS.has(role ?? permission) || WRITERS.has(permission))
}
