import * as v from 'valibot'
import { err, ok, type Result } from '../../core/model/result.ts'
import type { PolicyReference } from '../../core/policy/policy-reference.ts'
import { decodeText } from '../../core/yaml/decode-text.ts'
import type { SharedPolicies } from '../../gate/ports/repository.ts'
import type { Problem } from '../../gate/ports/problem.ts'
import type { GitHub } from './github.ts'
import type { Operation } from './problem-of.ts'

/** GitHub gives no content of larger files this way. */
const LARGEST = 1024 * 1024

const REPOSITORY = v.object({ default_branch: v.string() })
const COMPARISON = v.object({ status: v.string() })
const CONTENT = v.union([
  v.object({ type: v.literal('file'), size: v.number(), encoding: v.string(), content: v.string() }),
  v.object({ type: v.picklist(['symlink', 'submodule', 'dir']) }),
  v.array(v.unknown()),
])

/** Policies in other repositories on GitHub. Each is read once: a commit does not change. */
export function githubSharedPolicies(github: GitHub): SharedPolicies {
  const known = new Map<string, Promise<Result<string, Problem>>>()
  return {
    read: (reference) => {
      const read = known.get(reference.text) ?? readShared(github, reference)
      known.set(reference.text, read)
      return read
    },
  }
}

async function readShared(github: GitHub, reference: PolicyReference): Promise<Result<string, Problem>> {
  const operation = operationOf(reference)
  const reachable = await checkReachable(github, reference, operation)
  if (!reachable.ok) return explain(reachable, reference)
  const { owner, repo, path, commit } = reference
  const answer = await github.rest(operation, CONTENT, async (client) => {
    const content = await client.rest.repos.getContent({ owner, repo, path, ref: commit })
    return content.data
  })
  return answer.ok ? textOf(answer.value, reference, operation) : explain(answer, reference)
}

function operationOf({ owner, repo, path, commit }: PolicyReference): Operation {
  return {
    what: `read ${path} of ${owner}/${repo} at ${commit.slice(0, 7)}`,
    needs: 'contents: read',
  }
}

/**
 * GitHub shows the commits of every fork in the repository that was forked. Only what is in the history of the default branch was
 * ever taken in by its owners.
 */
async function checkReachable(
  github: GitHub,
  { owner, repo, commit }: PolicyReference,
  operation: Operation,
): Promise<Result<null, Problem>> {
  const repository = await github.rest(operation, REPOSITORY, async (client) => {
    const answer = await client.rest.repos.get({ owner, repo })
    return answer.data
  })
  if (!repository.ok) return repository
  const branch = repository.value.default_branch
  const compared = await github.rest(operation, COMPARISON, async (client) => {
    const basehead = `${branch}...${commit}`
    const answer = await client.rest.repos.compareCommitsWithBasehead({ owner, repo, basehead, per_page: 1 })
    return answer.data
  })
  if (!compared.ok) return compared
  if (compared.value.status === 'identical' || compared.value.status === 'behind') return ok(null)
  const seen = `the commit is not in the history of its branch ${branch}, and anybody can make one in a fork`
  return err({
    code: 'refused',
    text: `Cannot ${operation.what}: ${seen}. Name a commit that was merged there.`,
  })
}

function textOf(
  content: v.InferOutput<typeof CONTENT>,
  reference: PolicyReference,
  operation: Operation,
): Result<string, Problem> {
  if (!('content' in content)) return refuse(operation, 'it is no file. Name a policy file')
  if (content.size > LARGEST || content.encoding !== 'base64')
    return refuse(
      operation,
      `it has ${String(content.size)} bytes; at most ${String(LARGEST)} are read. Split it`,
    )
  const bytes = new Uint8Array(Buffer.from(content.content, 'base64'))
  if (bytes.length !== content.size)
    return refuse(
      operation,
      `${String(content.size)} bytes were promised and ${String(bytes.length)} came. Run again`,
    )
  const text = decodeText(bytes, reference.text)
  return text.ok ? text : refuse(operation, text.error.text.replace(/\.$/, ''))
}

function refuse({ what }: Operation, seen: string): Result<never, Problem> {
  return err({ code: 'invalid', text: `Cannot ${what}: ${seen}.` })
}

/** The token of a workflow is what people have first, and it sees less than they think. */
function explain(
  failed: { readonly ok: false; readonly error: Problem },
  { owner, repo }: PolicyReference,
): Result<never, Problem> {
  const { code, text } = failed.error
  if (code !== 'not-found' && code !== 'permission') return failed
  const hint = `The token of a workflow sees its own repository and public ones only; for a private ${owner}/${repo} it takes one of an app or a person.`
  return err({ code, text: `${text} ${hint}` })
}
