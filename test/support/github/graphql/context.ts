import type {
  Account,
  CheckRun,
  CommitStatus,
  Issue,
  IssueComment,
  Label,
  PullRequest,
  Repository,
  Review,
  Team,
  Token,
  World,
} from '../world.ts'

/** A GraphQL object: its fields, ready or as functions of their arguments. A missing field is not modelled. */
export type Node = { readonly __typename: string } & Readonly<Record<string, unknown>>

export type Arguments = Readonly<Record<string, unknown>>

export interface RateUse {
  readonly cost: number
  readonly nodeCount: number
}

/** What one query execution knows. Nodes reach each other through it, so that no two files import each other. */
export interface Context {
  readonly world: World
  readonly token: Token | undefined
  readonly rate: RateUse
  readonly nodes: {
    readonly account: (account: Account) => Node
    readonly team: (team: Team) => Node
    readonly label: (repository: Repository, label: Label) => Node
    readonly repository: (repository: Repository) => Node
    readonly ref: (repository: Repository, name: string) => Node | null
    readonly object: (repository: Repository, expression: string) => Node | null
    readonly commit: (repository: Repository, sha: string) => Node
    readonly pull: (pull: PullRequest) => Node
    readonly issue: (issue: Issue) => Node
    readonly review: (pull: PullRequest, review: Review) => Node
    readonly comment: (pull: PullRequest, comment: IssueComment) => Node
    readonly status: (repository: Repository, status: CommitStatus) => Node
    readonly checkRun: (repository: Repository, run: CheckRun) => Node
    readonly rollup: (repository: Repository, sha: string) => Node | null
  }
}

/** An error GitHub itself would put beside the data; every other error is a fault of the emulator. */
export class FieldRefusal extends Error {
  readonly type: 'FORBIDDEN' | 'NOT_FOUND'

  constructor(type: 'FORBIDDEN' | 'NOT_FOUND', message: string) {
    super(message)
    this.name = 'FieldRefusal'
    this.type = type
  }
}

/** Refuses one field, leaving the rest of the answer alone. */
export function demand(context: Context, permission: string): void {
  const { token } = context
  if (token?.permissions === undefined) return
  const given = token.permissions[permission]
  const reachable = token.kind !== 'actions' || permission !== 'members'
  if (given !== undefined && reachable) return
  throw new FieldRefusal('FORBIDDEN', 'Resource not accessible by integration')
}
