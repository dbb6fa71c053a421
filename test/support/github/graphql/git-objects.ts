import { iso } from '../clock.ts'
import type { CommitInfo, Signature } from '../git-repository.ts'
import { accountByEmail, nodeId, type PullRequest, type Repository } from '../world.ts'
import { commitStatusNode } from './checks.ts'
import { connection } from './connection.ts'
import { type Arguments, type Context, demand, type Node } from './context.ts'

/** GitHub cuts the text of a blob after half a megabyte. */
const textLimit = 512_000

export function objectNode(context: Context, repository: Repository, expression: string): Node | null {
  const object = repository.git.object(expression)
  if (object === undefined) return null
  switch (object.type) {
    case 'commit':
      return context.nodes.commit(repository, object.oid)
    case 'tree':
      return treeNode(context, repository, object.oid)
    case 'blob':
      return blobNode(context, repository, object.oid, object.size)
    case 'tag':
      throw new Error('annotated tags are not modelled')
    default:
      return object.type satisfies never
  }
}

export function commitNode(context: Context, repository: Repository, sha: string): Node {
  const info = repository.git.info(sha)
  if (info === undefined) throw new Error(`git does not have the commit ${sha}`)
  const url = `${context.world.urls.server}/${repository.fullName}/commit/${sha}`
  const [headline = '', ...rest] = info.message.split('\n')
  return {
    __typename: 'Commit',
    id: nodeId('C', `${repository.id}:${sha}`),
    oid: sha,
    abbreviatedOid: sha.slice(0, 7),
    message: info.message,
    messageHeadline: headline,
    messageBody: rest.join('\n').trim(),
    authoredDate: iso(info.author.at),
    committedDate: iso(info.committer.at),
    committedViaWeb: info.committer.email === 'noreply@github.com',
    authoredByCommitter: info.author.email === info.committer.email,
    pushedDate: null,
    signature: null,
    url,
    commitUrl: url,
    resourcePath: `/${repository.fullName}/commit/${sha}`,
    repository: () => context.nodes.repository(repository),
    tree: () => {
      demand(context, 'contents')
      return treeNode(context, repository, info.tree)
    },
    parents: (args: Arguments) =>
      connection(info.parents, args, (parent) => context.nodes.commit(repository, parent)),
    author: () => gitActorNode(context, info.author),
    committer: () => gitActorNode(context, info.committer),
    authors: (args: Arguments) => connection(authorsOf(info), args, (who) => gitActorNode(context, who)),
    status: () => commitStatusNode(context, repository, sha),
    statusCheckRollup: () => context.nodes.rollup(repository, sha),
    associatedPullRequests: (args: Arguments) =>
      connection(pullsWith(repository, sha), args, context.nodes.pull),
  }
}

function pullsWith(repository: Repository, sha: string): readonly PullRequest[] {
  return [...repository.pulls.values()].filter(
    (pull) => pull.commits.includes(sha) || pull.merged?.sha === sha,
  )
}

/** The git author first, then everyone in a `Co-authored-by` trailer. */
function authorsOf(info: CommitInfo): readonly Signature[] {
  const trailers = info.message.matchAll(/^Co-authored-by: (.+?) <([^>]+)>$/gim)
  const others = [...trailers].map(([, name = '', email = '']) => ({ name, email, at: info.author.at }))
  return [info.author, ...others]
}

function gitActorNode(context: Context, signature: Signature): Node {
  const known = accountByEmail(context.world, signature.email)
  return {
    __typename: 'GitActor',
    name: signature.name,
    email: signature.email,
    date: iso(signature.at),
    user: () => (known?.type === 'User' ? context.nodes.account(known) : null),
  }
}

function treeNode(context: Context, repository: Repository, oid: string): Node {
  return {
    __typename: 'Tree',
    id: nodeId('TR', `${repository.id}:${oid}`),
    oid,
    abbreviatedOid: oid.slice(0, 7),
    repository: () => context.nodes.repository(repository),
  }
}

function blobNode(context: Context, repository: Repository, oid: string, size: number): Node {
  const bytes = repository.git.blob(oid)
  const isBinary = bytes.subarray(0, 8000).includes(0)
  return {
    __typename: 'Blob',
    id: nodeId('B', `${repository.id}:${oid}`),
    oid,
    abbreviatedOid: oid.slice(0, 7),
    byteSize: size,
    isBinary,
    isTruncated: size > textLimit,
    text: isBinary ? null : bytes.subarray(0, textLimit).toString('utf8'),
    repository: () => context.nodes.repository(repository),
  }
}
