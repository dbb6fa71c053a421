import type * as v from 'valibot'
import type { Read } from '../../core/doctor/observation.ts'
import { err, type Result } from '../../core/model/result.ts'
import type { Problem } from '../../gate/ports/problem.ts'
import type { Client } from './client.ts'
import type { GitHub } from './github.ts'
import type { Operation } from './problem-of.ts'

/** Asks about a setting: what a token may not know is an answer. */
export async function askSettings<T>(
  github: GitHub,
  operation: Operation,
  schema: v.GenericSchema<unknown, T>,
  request: (client: Client) => Promise<unknown>,
): Promise<Read<T>> {
  return asRead(operation, await github.rest(operation, schema, request))
}

/** The problem of a request as something that is not known. */
export function asRead<T>({ needs }: Operation, result: Result<T, Problem>): Read<T> {
  if (result.ok) return result
  const { code, text: why } = result.error
  const isRight = code === 'permission' || code === 'not-found' || code === 'unauthorized'
  return err({
    why,
    todo: isRight ? `Run again with a token that has "${needs}".` : 'Run again later.',
  })
}
