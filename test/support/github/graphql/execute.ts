import { readFileSync } from 'node:fs'
import {
  buildSchema,
  type DocumentNode,
  execute,
  getOperationAST,
  GraphQLError,
  type GraphQLFieldResolver,
  type GraphQLSchema,
  parse,
  validate,
} from 'graphql'
import { iso } from '../clock.ts'
import { rateLimit, rateOf } from '../rest/organizations.ts'
import { canRead } from '../rights.ts'
import { findAccount, findRepository, type Token, type World } from '../world.ts'
import { checkRunNode, rollupNode, statusContextNode } from './checks.ts'
import { type Arguments, type Context, FieldRefusal, type Node, type RateUse } from './context.ts'
import { costOf } from './cost.ts'
import { commitNode, objectNode } from './git-objects.ts'
import { issueNode } from './issues.ts'
import { accountNode, commentNode, labelNode, teamNode } from './people.ts'
import { pullNode, reviewNode } from './pulls.ts'
import { refNode, repositoryNode } from './repositories.ts'

export interface GraphqlAnswer {
  readonly body: unknown
  readonly operation: string | undefined
  readonly cost: number
  readonly violations: readonly string[]
}

/** GitHub's schema as `scripts/slim-graphql.mjs` keeps it. Built once per process. */
export function graphqlSchema(): GraphQLSchema {
  schema ??= build(schemaText())
  return schema
}

/** The same without merge queues, which GitHub Enterprise Server does not have. */
function enterpriseSchema(): GraphQLSchema {
  withoutQueues ??= build(schemaText().replaceAll(/^ {2}(?:isInMergeQueue|mergeQueue\w*)\b.*\n/gm, ''))
  return withoutQueues
}

function schemaText(): string {
  return readFileSync(new URL('../schema/schema.graphql', import.meta.url), 'utf8')
}

function build(text: string): GraphQLSchema {
  return buildSchema(text, { assumeValid: true, assumeValidSDL: true })
}

/** What is wrong with a query by GitHub's schema; empty when nothing is. */
export function queryErrors(query: string, by: GraphQLSchema = graphqlSchema()): readonly string[] {
  return checked(query, by).errors
}

interface Checked {
  /** Undefined: the text is no query. */
  readonly document: DocumentNode | undefined
  readonly errors: readonly string[]
}

const known = new WeakMap<GraphQLSchema, Map<string, Checked>>()

/** The program has a few constant queries: each is parsed and validated once. */
function checked(query: string, by: GraphQLSchema): Checked {
  const queries = known.get(by) ?? new Map<string, Checked>()
  known.set(by, queries)
  const found = queries.get(query) ?? check(query, by)
  queries.set(query, found)
  return found
}

function check(query: string, by: GraphQLSchema): Checked {
  try {
    const document = parse(query)
    return { document, errors: validate(by, document).map((error) => error.message) }
  } catch (error) {
    return { document: undefined, errors: [error instanceof Error ? error.message : String(error)] }
  }
}

/** The name of the operation a query contains, for matching faults before anything is executed. */
export function operationName(query: string): string | undefined {
  return /\b(?:query|mutation)\s+(\w+)/.exec(query)?.[1]
}

export async function answerGraphql(
  world: World,
  token: Token | undefined,
  request: { readonly query: string; readonly variables: Arguments },
): Promise<GraphqlAnswer> {
  const operation = operationName(request.query)
  const by = world.switches.enterpriseServer ? enterpriseSchema() : graphqlSchema()
  const { document, errors: wrong } = checked(request.query, by)
  if (!document || wrong.length > 0) return { body: undefined, operation, cost: 0, violations: wrong }
  const rate = costOf(document, request.variables)
  const context = createContext(world, token, rate)
  const result = await execute({
    schema: by,
    document,
    rootValue: rootNode(context),
    contextValue: context,
    variableValues: request.variables,
    fieldResolver: resolveModelled,
  })
  const errors = result.errors ?? []
  const violations = errors
    .filter((error) => !isGitHubs(error))
    .map((error) => `${operation ?? 'query'}: ${error.message}`)
  const body = { ...(result.data === undefined ? {} : { data: result.data }), ...errorPart(errors) }
  return {
    body,
    operation,
    cost: rate.cost,
    violations: [...violations, ...unusedVariables(document, request.variables)],
  }
}

let schema: GraphQLSchema | undefined
let withoutQueues: GraphQLSchema | undefined

/** An absent field is a gap in the emulator, never a quiet null. */
const resolveModelled: GraphQLFieldResolver<Node, Context> = (source, args, _context, info) => {
  const value = source[info.fieldName]
  if (value === undefined) throw new Error(`not modelled: ${info.parentType.name}.${info.fieldName}`)
  return typeof value === 'function' ? (value as (given: Arguments) => unknown)(args as Arguments) : value
}

function createContext(world: World, token: Token | undefined, rate: RateUse): Context {
  const context: Context = {
    world,
    token,
    rate,
    nodes: {
      account: (item) => accountNode(context, item),
      team: (item) => teamNode(context, item),
      label: (at, item) => labelNode(context, at, item),
      repository: (item) => repositoryNode(context, item),
      ref: (at, name) => refNode(context, at, name),
      object: (at, expression) => objectNode(context, at, expression),
      commit: (at, sha) => commitNode(context, at, sha),
      pull: (item) => pullNode(context, item),
      issue: (item) => issueNode(context, item),
      review: (pull, item) => reviewNode(context, pull, item),
      comment: (pull, item) => commentNode(context, pull, item),
      status: (at, item) => statusContextNode(context, at, item),
      checkRun: (at, item) => checkRunNode(context, at, item),
      rollup: (at, sha) => rollupNode(context, at, sha),
    },
  }
  return context
}

function rootNode(context: Context): Node {
  const { world, token, rate, nodes } = context
  return {
    __typename: 'Query',
    rateLimit: () => {
      const now = world.clock.now()
      const use = rateOf(now, (token?.points ?? 0) + rate.cost, rateLimit(token?.kind))
      return { ...rate, ...use, resetAt: iso(Number(use['reset']) * 1000) }
    },
    viewer: () => {
      if (token === undefined) throw new Error('GraphQL without a token')
      return { ...nodes.account(token.account), __typename: 'User' }
    },
    user: (args: Arguments) => {
      const found = findAccount(world, String(args['login']))
      if (found?.type === 'User') return nodes.account(found)
      throw new FieldRefusal(
        'NOT_FOUND',
        `Could not resolve to a User with the login of '${String(args['login'])}'.`,
      )
    },
    organization: (args: Arguments) => {
      const found = findAccount(world, String(args['login']))
      if (found?.type === 'Organization') return nodes.account(found)
      const message = `Could not resolve to an Organization with the login of '${String(args['login'])}'.`
      throw new FieldRefusal('NOT_FOUND', message)
    },
    repository: (args: Arguments) => {
      const name = `${String(args['owner'])}/${String(args['name'])}`
      const found = findRepository(world, name)
      if (found !== undefined && canRead(world, found, token)) return nodes.repository(found)
      throw new FieldRefusal('NOT_FOUND', `Could not resolve to a Repository with the name '${name}'.`)
    },
    node: (args: Arguments) => nodeById(context, String(args['id'])),
  }
}

function nodeById(context: Context, id: string): Node | null {
  for (const repository of context.world.repositories.values()) {
    if (!canRead(context.world, repository, context.token)) continue
    if (repository.nodeId === id) return context.nodes.repository(repository)
    for (const pull of repository.pulls.values()) {
      if (pull.nodeId === id) return context.nodes.pull(pull)
      const review = pull.reviews.find((item) => item.nodeId === id)
      if (review !== undefined) return context.nodes.review(pull, review)
    }
  }
  const account = [...context.world.accounts.values()].find((item) => item.nodeId === id)
  if (account !== undefined) return context.nodes.account(account)
  throw new FieldRefusal('NOT_FOUND', `Could not resolve to a node with the global id of '${id}'.`)
}

function isGitHubs(error: GraphQLError): boolean {
  return error.originalError instanceof FieldRefusal
}

function errorPart(errors: readonly GraphQLError[]): Arguments {
  if (errors.length === 0) return {}
  return {
    errors: errors.map((error) => ({
      ...(error.originalError instanceof FieldRefusal ? { type: error.originalError.type } : {}),
      path: error.path,
      locations: error.locations,
      message: error.message,
    })),
  }
}

function unusedVariables(document: DocumentNode, variables: Arguments): readonly string[] {
  const declared =
    getOperationAST(document)?.variableDefinitions?.map((item) => item.variable.name.value) ?? []
  return Object.keys(variables)
    .filter((name) => !declared.includes(name))
    .map((name) => `variable $${name} is not declared by the query`)
}
