import { GraphQLError } from 'graphql'
import type { Arguments } from './context.ts'

const most = 100

/** Any GitHub connection over a list: paging by first/last/after/before, both counted 1 to 100. */
export function connection<T>(
  items: readonly T[],
  args: Arguments,
  node: (item: T) => unknown,
  extra: Arguments = {},
): Arguments {
  const size = pageSize(args)
  const after = args['after'] === undefined || args['after'] === null ? 0 : position(args['after']) + 1
  const before =
    args['before'] === undefined || args['before'] === null ? items.length : position(args['before'])
  const window = items.slice(after, Math.max(after, before))
  const skipped = args['last'] === undefined || args['last'] === null ? 0 : Math.max(0, window.length - size)
  const shown = window.slice(skipped, skipped + size)
  const start = after + skipped
  const end = start + shown.length
  const nodes = shown.map(node)
  const edges = nodes.map((item, index) => ({ cursor: cursor(start + index), node: item }))
  return {
    totalCount: items.length,
    filteredCount: window.length,
    pageCount: shown.length,
    nodes,
    edges,
    pageInfo: {
      hasPreviousPage: start > 0,
      hasNextPage: end < items.length,
      startCursor: shown.length === 0 ? null : cursor(start),
      endCursor: shown.length === 0 ? null : cursor(end - 1),
    },
    ...extra,
  }
}

function pageSize(args: Arguments): number {
  const size = args['first'] ?? args['last']
  if (typeof size !== 'number') {
    throw new GraphQLError('You must provide a `first` or `last` value to properly paginate the connection.')
  }
  if (size < 1 || size > most) {
    throw new GraphQLError(
      `Requesting ${size} records on the connection exceeds the \`first\` limit of ${most} records.`,
    )
  }
  return size
}

function cursor(index: number): string {
  return Buffer.from(`cursor:v2:${index}`).toString('base64')
}

function position(text: unknown): number {
  const match = /^cursor:v2:(\d+)$/.exec(Buffer.from(String(text), 'base64').toString('utf8'))
  if (match === null) throw new GraphQLError(`\`${String(text)}\` does not appear to be a valid cursor.`)
  return Number(match[1])
}
