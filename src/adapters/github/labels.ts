import * as v from 'valibot'
import { ok, type Result } from '../../core/model/result.ts'
import type { Labels } from '../../gate/ports/labels.ts'
import type { Problem } from '../../gate/ports/problem.ts'
import type { GitHub } from './github.ts'

/** Labels on GitHub's pull requests. */
export function githubLabels(github: GitHub): Labels {
  return { remove: (pullRequest, label) => remove(github, pullRequest, label) }
}

/** A label that is gone is a 404, like everything else that cannot be seen; the pull request has just been read. */
async function remove(github: GitHub, pullRequest: number, label: string): Promise<Result<null, Problem>> {
  const what = `remove the label "${label}" from pull request #${String(pullRequest)}`
  const removed = await github.rest({ what, needs: 'pull-requests: write' }, v.unknown(), (client) =>
    client.rest.issues.removeLabel({
      owner: github.owner,
      repo: github.name,
      issue_number: pullRequest,
      name: label,
    }),
  )
  if (removed.ok || removed.error.code === 'not-found') return ok(null)
  return removed
}
