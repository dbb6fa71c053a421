// Writes test/support/github/schema/schema.graphql: GitHub's own GraphQL schema, cut down to the types the
// emulator speaks. Kept types lose their descriptions and the fields and arguments whose type was cut, nothing
// else. Usage: node scripts/slim-graphql.mjs <package folder of @octokit/graphql-schema>
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Kind, parse, print } from 'graphql'

const queryFields = new Set(['node', 'organization', 'rateLimit', 'repository', 'user', 'viewer'])
const keptInterfaces = new Set([
  'Actor',
  'Comment',
  'GitObject',
  'GitSignature',
  'Labelable',
  'Node',
  'RepositoryOwner',
  'RequirableByPullRequest',
  'UniformResourceLocatable',
])
const keptObjects = new Set([
  'AddedToMergeQueueEvent',
  'App',
  'AssignedEvent',
  'AutoMergeDisabledEvent',
  'AutoMergeEnabledEvent',
  'AutoMergeRequest',
  'BaseRefChangedEvent',
  'BaseRefForcePushedEvent',
  'Blob',
  'Bot',
  'CheckRun',
  'CheckSuite',
  'ClosedEvent',
  'Commit',
  'ConvertToDraftEvent',
  'GitActor',
  'GpgSignature',
  'HeadRefForcePushedEvent',
  'Issue',
  'IssueComment',
  'Label',
  'LabeledEvent',
  'Mannequin',
  'MergeQueue',
  'MergeQueueEntry',
  'MergeQueueParameters',
  'MergedEvent',
  'Organization',
  'PullRequest',
  'PullRequestChangedFile',
  'PullRequestCommit',
  'PullRequestParameters',
  'PullRequestReview',
  'RateLimit',
  'ReadyForReviewEvent',
  'Ref',
  'RemovedFromMergeQueueEvent',
  'RenamedTitleEvent',
  'ReopenedEvent',
  'Repository',
  'RepositoryCodeowners',
  'RepositoryCodeownersError',
  'RepositoryRule',
  'RepositoryRuleset',
  'RequiredStatusChecksParameters',
  'ReviewDismissedEvent',
  'ReviewRequest',
  'ReviewRequestRemovedEvent',
  'ReviewRequestedEvent',
  'SshSignature',
  'Status',
  'StatusCheckConfiguration',
  'StatusCheckRollup',
  'StatusContext',
  'Tag',
  'Team',
  'Tree',
  'TreeEntry',
  'UnknownSignature',
  'UnlabeledEvent',
  'User',
  'WorkflowFileReference',
  'WorkflowRun',
  'WorkflowRunFile',
  'WorkflowsParameters',
])

const target = new URL('../test/support/github/schema/schema.graphql', import.meta.url)
const packageFolder = process.argv[2]
if (packageFolder === undefined)
  throw new Error('usage: slim-graphql.mjs <package folder of @octokit/graphql-schema>')
const manifest = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8'))
const full = parse(readFileSync(join(packageFolder, 'schema.graphql'), 'utf8'), { noLocation: true })

const content = slim(full)
const digest = createHash('sha256').update(content).digest('hex')
writeFileSync(
  target,
  `# ${manifest.name}@${manifest.version} (${manifest.license})\n# sha256 ${digest}\n${content}`,
)
console.log(`${manifest.name}@${manifest.version}: ${content.length} characters, digest ${digest}`)

function slim(document) {
  const byName = new Map(
    document.definitions.filter((item) => item.name).map((item) => [item.name.value, item]),
  )
  const missing = [...keptObjects, ...keptInterfaces].filter((name) => !byName.has(name))
  if (missing.length > 0) throw new Error(`not in the source: ${missing.join(', ')}`)
  const isKept = (name) => keeps(byName, name)
  const cut = new Map()
  const wanted = ['Query']
  for (let name = wanted.pop(); name !== undefined; name = wanted.pop()) {
    if (cut.has(name) || !byName.has(name)) continue
    const definition = prune(byName.get(name), isKept)
    cut.set(name, definition)
    wanted.push(...namesIn(definition))
    if (definition.kind === Kind.INTERFACE_TYPE_DEFINITION) wanted.push(...implementersOf(byName, name))
  }
  const definitions = [...cut.values()].toSorted((a, b) => (a.name.value < b.name.value ? -1 : 1))
  return `${print({ kind: Kind.DOCUMENT, definitions })}\n`
}

/** Scalars, enums and inputs follow from use; objects, interfaces and unions are kept by choice. */
function keeps(byName, name) {
  const definition = byName.get(name)
  if (definition === undefined) return true
  switch (definition.kind) {
    case Kind.OBJECT_TYPE_DEFINITION:
      return name === 'Query' || keptObjects.has(name) || isListOfKept(byName, definition)
    case Kind.INTERFACE_TYPE_DEFINITION:
      return keptInterfaces.has(name)
    case Kind.UNION_TYPE_DEFINITION:
      return definition.types.some((member) => keptObjects.has(member.name.value))
    default:
      return true
  }
}

/** A connection or an edge of a kept type. */
function isListOfKept(byName, definition) {
  const name = definition.name.value
  if (name === 'PageInfo') return true
  if (!/(?:Connection|Edge)$/.test(name)) return false
  const field = definition.fields.find((item) => ['nodes', 'node'].includes(item.name.value))
  return field !== undefined && keeps(byName, namedType(field.type))
}

function prune(definition, isKept) {
  const { description: _description, ...bare } = definition
  if (bare.interfaces) bare.interfaces = bare.interfaces.filter((item) => isKept(item.name.value))
  if (bare.types) bare.types = bare.types.filter((item) => isKept(item.name.value))
  if (bare.values) bare.values = bare.values.map(withoutDescription)
  if (bare.directives) bare.directives = []
  if (bare.fields)
    bare.fields = bare.fields.filter((field) => keepsField(definition, field, isKept)).map(pruneField)
  return bare
}

function keepsField(definition, field, isKept) {
  if (definition.name.value === 'Query' && !queryFields.has(field.name.value)) return false
  return isKept(namedType(field.type))
}

function pruneField(field) {
  const { arguments: args, ...rest } = withoutDescription(field)
  return args === undefined ? rest : { ...rest, arguments: args.map(withoutDescription) }
}

function withoutDescription(node) {
  const { description: _description, ...rest } = node
  rest.directives = (rest.directives ?? []).filter((directive) => directive.name.value === 'deprecated')
  return rest
}

function namesIn(definition) {
  const names = [...(definition.interfaces ?? []), ...(definition.types ?? [])].map((item) => item.name.value)
  for (const field of definition.fields ?? []) {
    names.push(namedType(field.type), ...(field.arguments ?? []).map((argument) => namedType(argument.type)))
  }
  return names
}

function implementersOf(byName, name) {
  return [...keptObjects].filter((object) =>
    byName.get(object).interfaces.some((implemented) => implemented.name.value === name),
  )
}

function namedType(type) {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type)
}
