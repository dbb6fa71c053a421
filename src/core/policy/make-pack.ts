import type { Issue } from '../model/issue.ts'
import { err, ok, type Result } from '../model/result.ts'
import type { PolicyFile, PolicyPack } from './policy-source.ts'
import { readPolicyDocuments } from './language/read-policy-documents.ts'

/**
 * Reads a policy that ships once, when Drawbridge is built, so that its YAML and its shape cost nothing at work. It loads
 * to the same policy as its file; only mistakes are placed at its first line.
 */
export function makePack(file: PolicyFile): Result<PolicyPack, readonly Issue[]> {
  const { documents, issues } = readPolicyDocuments(file)
  const found = [...issues, ...documents.flatMap(({ report }) => report.issues())]
  if (found.length > 0) return err(found)
  return ok({
    path: file.path,
    builtin: true,
    documents: documents.map(({ document, digest }) => ({ document, digest })),
  })
}
