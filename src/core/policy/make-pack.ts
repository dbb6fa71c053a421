import type { Issue } from '../model/issue.ts'
import { err, ok, type Result } from '../model/result.ts'
import { patternExpression } from './compile/compile-change.ts'
import { parseCel } from './expressions/cel-parser.ts'
import { packTree } from './expressions/pack-tree.ts'
import type { PolicyDocument, WrittenRule } from './language/policy-document.ts'
import { readPolicyDocuments } from './language/read-policy-documents.ts'
import type { PackedTrees, PolicyFile, PolicyPack } from './policy-source.ts'

/**
 * Reads a policy that ships once, when Drawbridge is built, so that its YAML, its shape and its expressions cost nothing at
 * work. It loads to the same policy as its file; only mistakes are placed at its first line.
 */
export function makePack(file: PolicyFile): Result<PolicyPack, readonly Issue[]> {
  const { documents, issues } = readPolicyDocuments(file)
  const found = [...issues, ...documents.flatMap(({ report }) => report.issues())]
  if (found.length > 0) return err(found)
  return ok({
    path: file.path,
    builtin: true,
    documents: documents.map(({ document, digest }) => ({ document, digest, trees: treesOf(document) })),
  })
}

/** What cannot be read or packed is left out, and read at work: there it is a mistake, or not. */
function treesOf({ spec }: PolicyDocument): PackedTrees {
  const trees: Record<string, string> = {}
  for (const text of (spec.rules ?? []).flatMap(expressionsOf)) {
    const parsed = parseCel(text)
    const tree = parsed.ok ? packTree(parsed.value.root) : undefined
    if (tree !== undefined) trees[text] = tree
  }
  return trees
}

function expressionsOf({ when, messageExpression, change = [] }: WrittenRule): readonly string[] {
  const patterns = change.flatMap(({ pattern, any = [] }) => [pattern, ...any.map((test) => test.pattern)])
  const asked = patterns.flatMap((pattern) => (pattern === undefined ? [] : [patternExpression(pattern)]))
  return [when ?? [], messageExpression ?? [], asked].flat()
}
