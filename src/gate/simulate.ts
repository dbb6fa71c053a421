import { emptyFacts } from '../core/decision/parse-facts.ts'
import { type Replay, replayOf } from '../core/decision/replay.ts'
import type { PastMerge, SimulatedMerge } from '../core/decision/simulation.ts'
import type { Result } from '../core/model/result.ts'
import type { Policy } from '../core/policy/policy.ts'
import type { KindSchemas } from '../core/schema/kind-schemas.ts'
import { assessUnder } from './assess.ts'
import type { Repository } from './ports/repository.ts'

/** What to replay. */
export interface SimulateRequest<M extends PastMerge> {
  readonly merges: readonly M[]
  /** Opens what a merge changed: the branch before it, and with it. An error is the sentence why that cannot be. */
  open(merge: M): Promise<Result<{ readonly repository: Repository; close(): void }, string>>
  readonly policy: Policy
  /** The policy that it is compared with; null: none. */
  readonly old: Policy | null
  readonly schemaOf?: KindSchemas
  /** Told after each merge. */
  readonly onProgress?: (done: number) => void
}

/**
 * What policies would have said of merges of the past, each at its own time and by the CODEOWNERS before it, with
 * nobody having approved anything. A merge that cannot be opened is not known; it is never one that passed.
 */
export async function simulate<M extends PastMerge>(
  request: SimulateRequest<M>,
): Promise<readonly SimulatedMerge[]> {
  const simulated: SimulatedMerge[] = []
  for (const merge of request.merges) {
    simulated.push(await replay(merge, request))
    request.onProgress?.(simulated.length)
  }
  return simulated
}

async function replay<M extends PastMerge>(merge: M, request: SimulateRequest<M>): Promise<SimulatedMerge> {
  const { commit, title, at } = merge
  const opened = await request.open(merge)
  if (!opened.ok) {
    const lost = unknown(opened.error)
    return { commit, title, at, now: lost, old: request.old && lost }
  }
  const { repository } = opened.value
  try {
    const under = async (policy: Policy): Promise<Replay> => {
      const facts = emptyFacts(at)
      return replayOf(
        await assessUnder(policy, {
          repository,
          facts,
          codeowners: null,
          ...(request.schemaOf ? { schemaOf: request.schemaOf } : {}),
        }),
      )
    }
    return {
      commit,
      title,
      at,
      now: await under(request.policy),
      old: request.old && (await under(request.old)),
    }
  } finally {
    opened.value.close()
  }
}

function unknown(text: string): Replay {
  return {
    outcome: 'error',
    severity: null,
    holding: [],
    ask: [],
    unowned: [],
    window: false,
    obstacles: [{ code: 'unreadable', text }],
  }
}
