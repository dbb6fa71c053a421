import * as v from 'valibot'
import type { BranchRule, Read, Ruleset } from '../../core/doctor/observation.ts'
import { ok } from '../../core/model/result.ts'
import { askSettings } from './ask-settings.ts'
import type { GitHub } from './github.ts'

const RequiredChecks = v.object({
  type: v.literal('required_status_checks'),
  ruleset_id: v.number(),
  parameters: v.object({
    strict_required_status_checks_policy: v.boolean(),
    required_status_checks: v.array(
      v.object({ context: v.string(), integration_id: v.optional(v.nullable(v.number())) }),
    ),
  }),
})
const PullRequest = v.object({
  type: v.literal('pull_request'),
  ruleset_id: v.number(),
  parameters: v.object({
    dismiss_stale_reviews_on_push: v.boolean(),
    require_code_owner_review: v.boolean(),
    require_last_push_approval: v.boolean(),
  }),
})
const MergeQueue = v.object({
  type: v.literal('merge_queue'),
  ruleset_id: v.number(),
  parameters: v.object({ grouping_strategy: v.string() }),
})
const Other = v.object({
  type: v.pipe(v.string(), v.notValues(['required_status_checks', 'pull_request', 'merge_queue'])),
})
const RULES = v.array(v.union([RequiredChecks, PullRequest, MergeQueue, Other]))

/** The active rules of a branch, of all rulesets that apply to it. Those that say nothing of merges and reviews are left out. */
export async function readRules(github: GitHub, branch: string): Promise<Read<readonly BranchRule[]>> {
  const { owner, name: repo } = github
  const operation = { what: `read the rules of branch ${branch}`, needs: 'metadata: read' }
  const rules = await askSettings(github, operation, RULES, (client) =>
    client.paginate(client.rest.repos.getBranchRules, { owner, repo, branch, per_page: 100 }),
  )
  return rules.ok ? ok(rules.value.flatMap(ruleOf)) : rules
}

function ruleOf(rule: v.InferOutput<typeof RULES>[number]): readonly BranchRule[] {
  if (!('parameters' in rule)) return []
  const { ruleset_id: ruleset } = rule
  switch (rule.type) {
    case 'required_status_checks': {
      const { strict_required_status_checks_policy: strict, required_status_checks: required } =
        rule.parameters
      const checks = required.map(({ context, integration_id: app = null }) => ({ context, app }))
      return [{ kind: 'required-checks', ruleset, strict, checks }]
    }
    case 'pull_request': {
      const { parameters } = rule
      const reviews = {
        dismissStale: parameters.dismiss_stale_reviews_on_push,
        codeOwners: parameters.require_code_owner_review,
        lastPush: parameters.require_last_push_approval,
      }
      return [{ kind: 'pull-request', ruleset, reviews }]
    }
    case 'merge_queue':
      return [{ kind: 'merge-queue', ruleset, grouping: rule.parameters.grouping_strategy }]
    default:
      return rule satisfies never
  }
}

const RULESET = v.object({
  name: v.string(),
  bypass_actors: v.optional(
    v.array(
      v.object({
        actor_id: v.optional(v.nullable(v.number()), null),
        actor_type: v.string(),
        bypass_mode: v.optional(v.string(), 'always'),
      }),
    ),
  ),
})

/** A ruleset of the repository or of what it belongs to. */
export async function readRuleset(github: GitHub, id: number): Promise<Read<Ruleset>> {
  const { owner, name: repo } = github
  const operation = { what: `read ruleset ${String(id)}`, needs: 'administration: write' }
  const ruleset = await askSettings(github, operation, RULESET, async (client) => {
    const answer = await client.rest.repos.getRepoRuleset({ owner, repo, ruleset_id: id })
    return answer.data
  })
  if (!ruleset.ok) return ruleset
  const { name, bypass_actors: actors } = ruleset.value
  return ok({
    name,
    actors:
      actors?.map(({ actor_id, actor_type: type, bypass_mode: mode }) => ({ id: actor_id, type, mode })) ??
      null,
  })
}
