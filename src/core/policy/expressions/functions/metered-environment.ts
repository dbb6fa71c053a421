import { type CelEnv, isCelError } from '@bufbuild/cel'
import { chargeCall, chargeResult } from './call-steps.ts'
import { loopFunctions } from './loop-functions.ts'

type FuncResolver = CelEnv['funcs']
type FuncGroup = NonNullable<ReturnType<FuncResolver['find']>>

/**
 * An environment like another one in which every call takes its steps from the budget. It is done here, outside of what
 * functions are made of: there an exception would become one of the errors with which an evaluation goes on.
 */
export function meteredEnvironment(env: CelEnv): CelEnv {
  const known = new Map<string, FuncGroup | undefined>()
  const find = (name: string): FuncGroup | undefined => {
    if (!known.has(name)) known.set(name, loopGroup(name) ?? meteredGroup(env.funcs.find(name)))
    return known.get(name)
  }
  const funcs: FuncResolver = Object.create(env.funcs, { find: { value: find } })
  const metered: CelEnv = Object.create(env, { funcs: { value: funcs } })
  return metered
}

function meteredGroup(group: FuncGroup | undefined): FuncGroup | undefined {
  if (!group) return undefined
  const { name } = group
  const call: FuncGroup['call'] = (id, target, args) => {
    chargeCall(name, target === undefined ? args : [target, ...args])
    const result = group.call(id, target, args)
    if (result !== undefined && !isCelError(result)) chargeResult(result)
    return result
  }
  return Object.create(group, { call: { value: call } })
}

function loopGroup(name: string): FuncGroup | undefined {
  const run = loopFunctions.get(name)
  return run && { name, call: (_, __, args) => run(args), [Symbol.iterator]: () => [].values() }
}
