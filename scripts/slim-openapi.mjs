// Writes test/support/github/schema/rest.json: GitHub's own REST description, cut down to the operations the
// emulator speaks. Usage: node scripts/slim-openapi.mjs <package folder of @octokit/openapi>
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const operationIds = [
  'actions/get-workflow',
  'actions/list-workflow-runs',
  'apps/get-authenticated',
  'apps/get-by-slug',
  'git/get-commit',
  'git/get-ref',
  'issues/add-labels',
  'issues/create',
  'issues/create-comment',
  'issues/create-label',
  'issues/delete-comment',
  'issues/delete-label',
  'issues/list-comments',
  'issues/list-events-for-timeline',
  'issues/list-labels-for-repo',
  'issues/list-labels-on-issue',
  'issues/remove-label',
  'issues/update-comment',
  'issues/update-label',
  'pulls/create-review',
  'pulls/dismiss-review',
  'pulls/get',
  'pulls/list',
  'pulls/list-commits',
  'pulls/list-reviews',
  'pulls/merge',
  'pulls/request-reviewers',
  'pulls/update-branch',
  'rate-limit/get',
  'repos/codeowners-errors',
  'repos/compare-commits-with-basehead',
  'repos/create-commit-status',
  'repos/get',
  'repos/get-branch',
  'repos/get-branch-protection',
  'repos/get-branch-rules',
  'repos/get-collaborator-permission-level',
  'repos/get-combined-status-for-ref',
  'repos/get-content',
  'repos/get-environment',
  'repos/get-repo-ruleset',
  'repos/list-activities',
  'repos/list-commit-statuses-for-ref',
  'repos/list-deployment-branch-policies',
  'repos/list-pull-requests-associated-with-commit',
  'teams/check-permissions-for-repo-in-org',
  'teams/get-by-name',
  'teams/get-membership-for-user-in-org',
  'teams/list-members-in-org',
  'users/get-authenticated',
  'users/get-by-username',
]

const fallbacks = ['basic-error', 'validation-error']
const annotations = new Set([
  'description',
  'summary',
  'title',
  'example',
  'examples',
  'externalDocs',
  'x-github',
])
const unions = ['allOf', 'anyOf', 'oneOf']
const target = new URL('../test/support/github/schema/rest.json', import.meta.url)

const packageFolder = process.argv[2]
if (packageFolder === undefined)
  throw new Error('usage: slim-openapi.mjs <package folder of @octokit/openapi>')
const manifest = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8'))
const source = JSON.parse(readFileSync(join(packageFolder, 'generated/api.github.com.json'), 'utf8'))

const content = slim(source)
const digest = createHash('sha256').update(JSON.stringify(content)).digest('hex')
const file = { source: `${manifest.name}@${manifest.version}`, license: manifest.license, digest, ...content }
writeFileSync(target, `${JSON.stringify(file)}\n`)
console.log(`${file.source}: ${Object.keys(content.schemas).length} schemas, digest ${digest}`)

function slim(document) {
  const operations = {}
  for (const [path, methods] of Object.entries(document.paths)) {
    for (const [method, operation] of Object.entries(methods)) {
      if (!operationIds.includes(operation.operationId)) continue
      operations[operation.operationId] = slimOperation(document, method, path, operation)
    }
  }
  const missing = operationIds.filter((id) => operations[id] === undefined)
  if (missing.length > 0) throw new Error(`not in the source: ${missing.join(', ')}`)

  const schemas = {}
  const wanted = [...namesIn(operations), ...fallbacks]
  for (let name = wanted.pop(); name !== undefined; name = wanted.pop()) {
    if (schemas[name] !== undefined) continue
    schemas[name] = slimSchema(document.components.schemas[name])
    wanted.push(...namesIn(schemas[name]))
  }
  const parts = new Set()
  collectParts({ operations, schemas }, parts)
  for (const [name, schema] of Object.entries(schemas)) closeObjects(schema, parts.has(name))
  for (const operation of Object.values(operations)) closeObjects(operation, false)
  return { operations: sorted(operations), schemas: sorted(schemas) }
}

function slimOperation(document, method, path, operation) {
  const deref = (value) => (value.$ref === undefined ? value : at(document, value.$ref))
  const parameters = (operation.parameters ?? []).map(deref).map((parameter) => ({
    name: parameter.name,
    in: parameter.in,
    required: parameter.required ?? false,
    schema: slimSchema(parameter.schema),
  }))
  const body = operation.requestBody?.content?.['application/json']?.schema
  const responses = {}
  for (const [status, response] of Object.entries(operation.responses)) {
    const schema = jsonSchemaOf(deref(response))
    responses[status] = schema === undefined ? null : slimSchema(schema)
  }
  return {
    method: method.toUpperCase(),
    path,
    parameters,
    body: body === undefined ? null : slimSchema(body),
    bodyRequired: operation.requestBody?.required ?? false,
    responses,
  }
}

function jsonSchemaOf(response) {
  const kinds = response.content ?? {}
  return (kinds['application/json'] ?? kinds['application/scim+json'])?.schema
}

function at(document, pointer) {
  return pointer
    .slice(2)
    .split('/')
    .reduce((node, key) => node[key], document)
}

/** Drops annotations and rewrites `nullable`; property names are never mistaken for keywords. */
function slimSchema(schema) {
  const out = {}
  for (const [key, value] of Object.entries(schema)) {
    if (annotations.has(key) || key.startsWith('x-') || key === 'nullable' || key === 'default') continue
    out[key] = slimKeyword(key, value)
  }
  if (out.$ref !== undefined) out.$ref = out.$ref.replace('#/components/schemas/', '#/schemas/')
  return schema.nullable === true ? nullable(out) : out
}

function slimKeyword(key, value) {
  if (key === 'properties') return mapValues(value, slimSchema)
  if (unions.includes(key)) return value.map(slimSchema)
  if (key === 'items' || key === 'not') return slimSchema(value)
  if (key === 'additionalProperties' && typeof value === 'object') return slimSchema(value)
  return value
}

function nullable(schema) {
  if (schema.enum !== undefined && !schema.enum.includes(null)) schema.enum = [...schema.enum, null]
  if (typeof schema.type === 'string') return { ...schema, type: [schema.type, 'null'] }
  if (schema.$ref !== undefined || unions.some((key) => schema[key] !== undefined)) {
    return { anyOf: [schema, { type: 'null' }] }
  }
  return schema
}

/** An object may be closed only where no sibling schema can add to it: neither in nor beside a union. */
function closeObjects(node, isPart) {
  if (Array.isArray(node)) return node.forEach((item) => closeObjects(item, isPart))
  if (!isObject(node)) return
  const hasProperties = isObject(node.properties)
  const combined = unions.some((key) => node[key] !== undefined)
  if (hasProperties && !combined && !isPart) node.additionalProperties ??= false
  for (const [key, value] of Object.entries(node)) {
    closeObjects(value, key === 'allOf' || (hasProperties && unions.includes(key)))
  }
}

/** Names of schemas used inside an `allOf`, or in a union beside `properties`: these stay open. */
function collectParts(node, parts, isPart = false) {
  if (node === null || typeof node !== 'object') return
  if (isPart && typeof node.$ref === 'string') parts.add(node.$ref.slice('#/schemas/'.length))
  const beside = isObject(node.properties)
  for (const [key, value] of Object.entries(node)) {
    collectParts(
      value,
      parts,
      key === 'allOf' || (beside && unions.includes(key)) || (isPart && Array.isArray(node)),
    )
  }
}

function namesIn(node, names = []) {
  if (node === null || typeof node !== 'object') return names
  if (typeof node.$ref === 'string') names.push(node.$ref.slice('#/schemas/'.length))
  for (const value of Object.values(node)) namesIn(value, names)
  return names
}

function isObject(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function mapValues(object, change) {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value)]))
}

function sorted(object) {
  return Object.fromEntries(Object.entries(object).toSorted(([a], [b]) => (a < b ? -1 : 1)))
}
