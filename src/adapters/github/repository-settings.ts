import * as v from 'valibot'
import type { OwnersError, Read } from '../../core/doctor/observation.ts'
import { ok, type Result } from '../../core/model/result.ts'
import type { Problem } from '../../gate/ports/problem.ts'
import type { RepositoryHead, RepositorySettings } from '../../gate/ports/repository-settings.ts'
import { askSettings } from './ask-settings.ts'
import type { GitHub } from './github.ts'
import { readBranchEntry } from './read-branch-entry.ts'
import { readEnvironment } from './read-environment.ts'
import { readOwnerTeam } from './read-owner-team.ts'
import { readBranch, readProtection } from './read-protection.ts'
import { readRules, readRuleset } from './read-rules.ts'
import { readScheduled } from './read-scheduled.ts'

/** How a repository on GitHub is set up. Nothing is written. */
export function githubSettings(github: GitHub): RepositorySettings {
  return {
    repository: () => readRepository(github),
    branch: (branch) => readBranch(github, branch),
    protection: (branch) => readProtection(github, branch),
    rules: (branch) => readRules(github, branch),
    ruleset: (id) => readRuleset(github, id),
    app: (slug) => readApp(github, slug),
    entry: (path, branch) => readBranchEntry(github, path, branch),
    codeownersErrors: (branch) => readErrors(github, branch),
    team: (owner) => readOwnerTeam(github, owner),
    labels: () => readLabels(github),
    scheduled: (path) => readScheduled(github, path),
    environment: (name) => readEnvironment(github, name),
  }
}

const REPOSITORY = v.object({ full_name: v.string(), default_branch: v.string(), private: v.boolean() })

async function readRepository(github: GitHub): Promise<Result<RepositoryHead, Problem>> {
  const { owner, name: repo } = github
  const operation = { what: `read repository ${owner}/${repo}`, needs: 'metadata: read' }
  const read = await github.rest(operation, REPOSITORY, async (client) => {
    const answer = await client.rest.repos.get({ owner, repo })
    return answer.data
  })
  if (!read.ok) return read
  const { full_name: fullName, default_branch: defaultBranch, private: isPrivate } = read.value
  return ok({ fullName, defaultBranch, isPublic: !isPrivate })
}

const APP = v.object({ id: v.number() })

async function readApp(github: GitHub, slug: string): Promise<Read<number>> {
  const operation = { what: `read app ${slug}`, needs: 'metadata: read' }
  const read = await askSettings(github, operation, APP, async (client) => {
    const answer = await client.rest.apps.getBySlug({ app_slug: slug })
    return answer.data
  })
  return read.ok ? ok(read.value.id) : read
}

const ERRORS = v.object({ errors: v.array(v.object({ line: v.number(), message: v.string() })) })

async function readErrors(github: GitHub, branch: string): Promise<Read<readonly OwnersError[]>> {
  const { owner, name: repo } = github
  const operation = { what: `read the errors of CODEOWNERS on branch ${branch}`, needs: 'contents: read' }
  const read = await askSettings(github, operation, ERRORS, async (client) => {
    const answer = await client.rest.repos.codeownersErrors({ owner, repo, ref: branch })
    return answer.data
  })
  return read.ok ? ok(read.value.errors) : read
}

const LABELS = v.array(v.object({ name: v.string() }))

async function readLabels(github: GitHub): Promise<Read<readonly string[]>> {
  const { owner, name: repo } = github
  const operation = { what: 'read the labels', needs: 'issues: read' }
  const read = await askSettings(github, operation, LABELS, (client) =>
    client.paginate(client.rest.issues.listLabelsForRepo, { owner, repo, per_page: 100 }),
  )
  return read.ok ? ok(read.value.map(({ name }) => name)) : read
}
