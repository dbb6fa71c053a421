import * as v from 'valibot'
import type { Read, TeamSeen } from '../../core/doctor/observation.ts'
import { err, ok } from '../../core/model/result.ts'
import { asRead, askSettings } from './ask-settings.ts'
import type { GitHub } from './github.ts'

const TEAM = v.object({ slug: v.string(), privacy: v.optional(v.string()) })
const REPOSITORY = v.object({
  permissions: v.object({
    push: v.boolean(),
    maintain: v.optional(v.boolean(), false),
    admin: v.boolean(),
  }),
})

/** A team that is named as an owner. It is asked for first: only when it can be seen does having no rights mean what it says. */
export async function readOwnerTeam(github: GitHub, owner: string): Promise<TeamSeen> {
  const [, org, slug] = /^@([^/]+)\/([^/]+)$/.exec(owner) ?? []
  const operation = { what: `read team ${owner}`, needs: 'members: read' }
  if (org === undefined || slug === undefined)
    return { owner, team: err({ why: `"${owner}" is no team.`, todo: 'Write @org/team.' }) }
  const team = await askSettings(github, operation, TEAM, async (client) => {
    const answer = await client.rest.teams.getByName({ org, team_slug: slug })
    return answer.data
  })
  if (!team.ok) return { owner, team }
  const canWrite = await mayWrite(github, org, team.value.slug)
  return {
    owner,
    team: canWrite.ok ? ok({ secret: team.value.privacy === 'secret', canWrite: canWrite.value }) : canWrite,
  }
}

async function mayWrite(github: GitHub, org: string, slug: string): Promise<Read<boolean>> {
  const operation = { what: `read what team @${org}/${slug} may do`, needs: 'members: read' }
  const read = await github.rest(operation, REPOSITORY, async (client) => {
    const answer = await client.rest.teams.checkPermissionsForRepoInOrg({
      org,
      team_slug: slug,
      owner: github.owner,
      repo: github.name,
      headers: { accept: 'application/vnd.github.repository+json' },
    })
    return answer.data
  })
  if (!read.ok) return read.error.code === 'not-found' ? ok(false) : asRead(operation, read)
  const { push, maintain, admin } = read.value.permissions
  return ok(push || maintain || admin)
}
