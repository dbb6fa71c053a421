import { parse } from '@bufbuild/cel'
import { err, ok, type Result } from '../../model/result.ts'
import type { CelTree } from './cel-tree.ts'
import { TOO_DEEP } from './shape-problem.ts'
import { shieldNamespace } from './shield-namespace.ts'

/** Reads an expression. An error says what was seen, and at which offset. */
export function parseCel(text: string): Result<CelTree, { readonly text: string; readonly offset: number }> {
  try {
    const parsed = parse(shieldNamespace(text))
    const positions = parsed.sourceInfo?.positions ?? {}
    return ok({ root: parsed.expr, offsetOf: (node) => positions[String(node.id)] ?? 0 })
  } catch (problem) {
    if (problem instanceof RangeError) return err({ text: TOO_DEEP, offset: 0 })
    return err({ text: syntaxProblem(problem), offset: offsetIn(problem) })
  }
}

function syntaxProblem(problem: unknown): string {
  const text = problem instanceof Error ? problem.message : 'not readable'
  return text.replace(/^<input>:\d+:\d+: /, '')
}

function offsetIn(problem: unknown): number {
  if (typeof problem !== 'object' || problem === null || !('location' in problem)) return 0
  const location = problem.location
  if (typeof location !== 'object' || location === null || !('start' in location)) return 0
  const start = location.start
  if (typeof start !== 'object' || start === null || !('offset' in start)) return 0
  return typeof start.offset === 'number' ? start.offset : 0
}
