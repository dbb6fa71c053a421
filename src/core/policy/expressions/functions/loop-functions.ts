import { celList, type CelInput, type CelValue, isCelList, isCelMap } from '@bufbuild/cel'
import { charge } from '../meter.ts'
import { APPEND, NEW_LIST, RANGE, TICK } from '../meter-tree.ts'

/** What loops call that count their rounds, see `meter-tree.ts`. What these throw, no part of an evaluation catches. */
export const loopFunctions: ReadonlyMap<string, LoopFunction> = new Map<string, LoopFunction>([
  [
    TICK,
    ([condition, steps]) => {
      charge(Number(steps))
      return condition
    },
  ],
  [
    RANGE,
    ([range]) => {
      if (isCelList(range) || isCelMap(range)) charge(range.size)
      return range
    },
  ],
  [
    NEW_LIST,
    () => {
      const items: CelInput[] = []
      const list = celList(items)
      filled.set(list, items)
      return list
    },
  ],
  [
    APPEND,
    ([list, item]) => {
      if (isCelList(list) && item !== undefined) filled.get(list)?.push(item)
      return list
    },
  ],
])

type LoopFunction = (args: readonly CelValue[]) => CelValue | undefined

const filled = new WeakMap<object, CelInput[]>()
