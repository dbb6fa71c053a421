/** What a fault applies to; a rule with no matcher applies to every request. */
export interface FaultMatch {
  readonly method?: string
  /** Tried on the path and query below the API root, for example `/repos/acme/gitops/pulls/1?per_page=100`. */
  readonly path?: RegExp
  /** The name of a GraphQL operation. */
  readonly operation?: string
  /** Skip the matching requests before this one, counted from 1. */
  readonly nth?: number
  /** How many matching requests it hits; default 1. */
  readonly times?: number
}

export type FaultAction =
  /** Answer this instead; `afterEffect` lets the request do its work first. */
  | {
      readonly status: number
      readonly headers?: Readonly<Record<string, string>>
      readonly body?: unknown
      readonly afterEffect?: boolean
    }
  /** Accept and send nothing. */
  | { readonly hang: true }
  /** Send the head and half of the body, then cut the socket. */
  | { readonly cut: true }
  /** HTTP 200 with these errors beside the data; a `path` in an error makes that part null. */
  | { readonly graphqlErrors: readonly Readonly<Record<string, unknown>>[]; readonly noData?: boolean }
  /** Let the test act in between, then answer truthfully. */
  | { readonly before: () => void | Promise<void> }
  /** Change the truthful answer just before it is sent, past the validators. */
  | { readonly change: (body: unknown) => unknown }

export interface Fault {
  readonly match: FaultMatch
  readonly action: FaultAction
}

export interface FaultSubject {
  readonly method: string
  readonly path: string
  readonly operation: string | undefined
}

export interface Faults {
  readonly add: (fault: Fault) => void
  /** What happens to each request that no rule hits; undefined: nothing. */
  readonly each: (chance: (subject: FaultSubject) => FaultAction | undefined) => void
  /** The action of the first rule that hits, which uses the rule up by one. */
  readonly hit: (subject: FaultSubject) => FaultAction | undefined
  /** Rules that never hit, or not as often as they said. */
  readonly unused: () => readonly string[]
}

export function createFaults(): Faults {
  const rules: { fault: Fault; seen: number; left: number }[] = []
  let chance: (subject: FaultSubject) => FaultAction | undefined = () => undefined
  return {
    each: (given) => {
      chance = given
    },
    add: (fault) => {
      rules.push({ fault, seen: 0, left: fault.match.times ?? 1 })
    },
    hit: (subject) => {
      for (const rule of rules) {
        if (rule.left === 0 || !matches(rule.fault.match, subject)) continue
        rule.seen += 1
        if (rule.seen < (rule.fault.match.nth ?? 1)) continue
        rule.left -= 1
        return rule.fault.action
      }
      return chance(subject)
    },
    unused: () =>
      rules.filter((rule) => rule.left > 0).map((rule) => `unused fault: ${describe(rule.fault.match)}`),
  }
}

/** The answer with each error's path made null, as GitHub sends partial data. */
export function withGraphqlErrors(
  body: unknown,
  action: { readonly graphqlErrors: readonly Readonly<Record<string, unknown>>[]; readonly noData?: boolean },
): unknown {
  if (action.noData === true) return { errors: action.graphqlErrors }
  const copy = structuredClone(body) as Record<string, unknown>
  for (const error of action.graphqlErrors) {
    const path = error['path']
    if (Array.isArray(path)) blank(copy['data'], path)
  }
  return { ...copy, errors: action.graphqlErrors }
}

function blank(data: unknown, path: readonly unknown[]): void {
  const last = path.at(-1)
  let target = data as Record<string, unknown> | null | undefined
  for (const step of path.slice(0, -1)) target = target?.[String(step)] as typeof target
  if (typeof target !== 'object' || target === null || typeof last !== 'string') {
    throw new Error(`the answer has no ${path.join('.')}`)
  }
  target[last] = null
}

function matches(match: FaultMatch, subject: FaultSubject): boolean {
  if (match.method !== undefined && match.method !== subject.method) return false
  if (match.operation !== undefined && match.operation !== subject.operation) return false
  return match.path === undefined || match.path.test(subject.path)
}

function describe(match: FaultMatch): string {
  return JSON.stringify({ ...match, ...(match.path === undefined ? {} : { path: String(match.path) }) })
}
