import type { ChangeSet } from '../model/change.ts'
import { digestText } from '../model/digest.ts'
import type { Facts } from '../model/facts.ts'
import { canonicalJson } from '../model/json.ts'
import type { Policy } from '../policy/policy.ts'
import { factsJson } from './parse-facts.ts'

/** Stands for what decides: the policy, and the CODEOWNERS that says whom it asks. */
export function digestPolicy(policy: Pick<Policy, 'digest'>, ownersDigest: string): string {
  return digestText(canonicalJson({ policy: policy.digest, codeowners: ownersDigest }))
}

/** Stands for everything known about the pull request. */
export function digestFacts(facts: Facts): string {
  return digestText(canonicalJson(factsJson(facts)))
}

/** Stands for what would change: objects with their redacted field changes, and every file by its blob. No Secret's value is in it. */
export function digestChanges(changes: ChangeSet): string {
  return digestText(
    canonicalJson({
      changes: changes.changes.map((change) => ({
        operation: change.operation,
        identity: change.identity,
        path: change.source.path,
        fields: change.fields.map(({ op, path, old, new: now, redacted }) => ({
          op,
          path,
          old: old ?? null,
          new: now ?? null,
          redacted,
        })),
      })),
      files: changes.files.map(({ path, operation, content }) => ({ path, operation, content })),
    }),
  )
}
