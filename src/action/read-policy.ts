import { unreadableFile } from '../core/decision/unreadable-file.ts'
import type { Issue } from '../core/model/issue.ts'
import { err, ok, type Result } from '../core/model/result.ts'
import type { BuiltinPolicies } from '../core/policy/language/find-pack.ts'
import type { PolicySource } from '../core/policy/policy-source.ts'
import { decodeText } from '../core/yaml/decode-text.ts'
import type { Repository } from '../gate/ports/repository.ts'

/**
 * The policies that the input `policy` names: packs as `builtin:NAME`, files by their path at the base. Null: the input is empty,
 * so the base decides which.
 */
export async function readPolicy(
  named: readonly string[],
  repository: Repository,
  builtin: BuiltinPolicies,
): Promise<Result<readonly PolicySource[] | null, Issue>> {
  if (named.length === 0) return ok(null)
  const sources: PolicySource[] = []
  for (const name of named) {
    const read = name.startsWith('builtin:')
      ? readPack(name, builtin)
      : await readFile(name.replace(/^\.\//, ''), repository)
    if (!read.ok) return read
    sources.push(...read.value)
  }
  return ok(sources)
}

function readPack(name: string, builtin: BuiltinPolicies): Result<readonly PolicySource[], Issue> {
  const sources = builtin(name.slice('builtin:'.length))
  return sources ? ok(sources) : err(missing(name, 'No pack of this name ships.'))
}

async function readFile(
  path: string,
  repository: Repository,
): Promise<Result<readonly PolicySource[], Issue>> {
  const version = await repository.readBase(path)
  if (version === null) return err(missing(path, 'The base branch has no such file.'))
  const problem = unreadableFile(path, version, true)
  if (problem) return err(problem)
  if (version.kind !== 'file') return err(missing(path, 'This path is no file that can be read.'))
  const text = decodeText(version.bytes, path)
  return text.ok ? ok([{ path, text: text.value, builtin: false }]) : text
}

function missing(path: string, seen: string): Issue {
  const text = `The input policy names "${path}". ${seen}`
  return { code: 'policy.missing', severity: 'high', path, line: 1, column: 1, text }
}
