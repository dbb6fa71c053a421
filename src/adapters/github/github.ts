import * as v from 'valibot'
import { formatInstant, type Instant, instantFromMilliseconds, MINUTE } from '../../core/model/instant.ts'
import { err, ok, type Result } from '../../core/model/result.ts'
import type { Problem } from '../../gate/ports/problem.ts'
import { type Client, type ClientOptions, createClient } from './client.ts'
import { type Operation, problemOf, problemOfGraphql, problemOfShape } from './problem-of.ts'

/** Where GitHub is, who asks, and about which repository. */
export interface GitHubOptions extends ClientOptions {
  readonly graphqlUrl: string
  readonly owner: string
  readonly name: string
}

/** A GraphQL answer without errors, and GitHub's time when it gave it. */
export interface Answer<T> {
  readonly data: T
  readonly at: Instant
}

/** A GraphQL request: the query is one constant text, everything else a variable. */
export interface GraphqlRequest {
  readonly query: string
  readonly variables: Readonly<Record<string, unknown>>
  /** Paths, dotted, under which an error is as good as null. */
  readonly optional?: readonly string[]
}

/** One repository on GitHub. Every answer is parsed; whatever goes wrong is a {@link Problem}, never thrown. */
export interface GitHub {
  readonly owner: string
  readonly name: string
  /** GitHub Enterprise Server knows no merge queues, and refuses to be asked for them. */
  readonly hasMergeQueues: boolean
  rest<T>(
    operation: Operation,
    schema: v.GenericSchema<unknown, T>,
    request: (client: Client) => Promise<unknown>,
  ): Promise<Result<T, Problem>>
  graphql<T>(
    operation: Operation,
    schema: v.GenericSchema<unknown, T>,
    request: GraphqlRequest,
  ): Promise<Result<Answer<T>, Problem>>
}

/** Connects to a repository. No request is made yet. */
export function connectGitHub(options: GitHubOptions): GitHub {
  const { owner, name, token } = options
  if (!/^[\x21-\x7e]+$/.test(token)) return unconnected(owner, name)
  const client = createClient(options)
  const reader = createClient({ ...options, readsOnly: true })
  const hide = <T>(result: Result<T, Problem>): Result<T, Problem> =>
    result.ok ? result : err({ ...result.error, text: result.error.text.replaceAll(token, '***') })
  const checkClock = clockCheck(options.notice)
  return {
    owner,
    name,
    hasMergeQueues: !isEnterpriseServer(options.apiUrl),
    rest: async (operation, schema, request) => hide(await askRest(operation, schema, () => request(client))),
    graphql: async (operation, schema, request) => {
      const answer = await askGraphql(reader, options.graphqlUrl, operation, schema, request)
      if (answer.ok) checkClock(answer.value.at)
      return hide(answer)
    },
  }
}

function isEnterpriseServer(apiUrl: string): boolean {
  return /\/api\/v3\/?$/.test(apiUrl)
}

function unconnected(owner: string, name: string): GitHub {
  return { owner, name, hasMergeQueues: false, rest: refuse, graphql: refuse }
}

/** A token that is no header value would stand in the message of the request that it spoils: no request is made with it. */
function refuse({ what }: Operation): Promise<Result<never, Problem>> {
  const text = `Cannot ${what}: the token holds characters that no token has.`
  return Promise.resolve(err({ code: 'unauthorized', text }))
}

async function askRest<T>(
  operation: Operation,
  schema: v.GenericSchema<unknown, T>,
  request: () => Promise<unknown>,
): Promise<Result<T, Problem>> {
  try {
    return parse(operation, schema, await request())
  } catch (error) {
    return err(problemOf(operation, error))
  }
}

const ENVELOPE = v.object({
  data: v.optional(v.unknown()),
  errors: v.optional(
    v.array(
      v.object({
        type: v.optional(v.string()),
        message: v.string(),
        path: v.optional(v.array(v.union([v.string(), v.number()]))),
      }),
    ),
  ),
})

async function askGraphql<T>(
  client: Client,
  url: string,
  operation: Operation,
  schema: v.GenericSchema<unknown, T>,
  { query, variables, optional = [] }: GraphqlRequest,
): Promise<Result<Answer<T>, Problem>> {
  try {
    const response = await client.request({ method: 'POST', url, query, variables })
    const envelope = parse(operation, ENVELOPE, response.data)
    if (!envelope.ok) return envelope
    const error = envelope.value.errors?.find(({ path }) => !isUnder(path ?? [], optional))
    if (error) return err(problemOfGraphql(operation, error))
    const data = parse(operation, schema, envelope.value.data)
    if (!data.ok) return data
    const at = instantFromMilliseconds(Date.parse(response.headers.date ?? ''))
    if (at === undefined)
      return err(problemOfShape(operation, 'there is no Date header to take the time from'))
    return ok({ data: data.value, at })
  } catch (error) {
    return err(problemOf(operation, error))
  }
}

function parse<T>(
  operation: Operation,
  schema: v.GenericSchema<unknown, T>,
  data: unknown,
): Result<T, Problem> {
  const parsed = v.safeParse(schema, data)
  if (parsed.success) return ok(parsed.output)
  const [issue] = parsed.issues
  return err(problemOfShape(operation, `${v.getDotPath(issue) ?? 'answer'}: ${issue.message}`))
}

function isUnder(path: readonly (string | number)[], optional: readonly string[]): boolean {
  const dotted = path.join('.')
  return optional.some((place) => dotted === place || dotted.startsWith(`${place}.`))
}

const TOLERATED_SKEW = 2 * MINUTE

/** Tells once when the machine's clock is more than two minutes off; decisions take GitHub's time in any case. */
function clockCheck(notice: ClientOptions['notice']): (at: Instant) => void {
  let told = false
  return (at) => {
    const skew = Math.round((Date.now() - at) / 1000)
    if (told || Math.abs(skew) * 1000 <= TOLERATED_SKEW) return
    told = true
    const direction = skew > 0 ? 'ahead of' : 'behind'
    notice?.(
      `The clock of this machine is ${String(Math.abs(skew))} s ${direction} GitHub's (${formatInstant(at)}). ` +
        `Decisions use GitHub's time.`,
    )
  }
}
