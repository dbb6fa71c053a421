import { readFileSync } from 'node:fs'
import { Ajv, type ValidateFunction } from 'ajv'
import formats from 'ajv-formats'

/** One REST operation as `scripts/slim-openapi.mjs` keeps it. */
export interface Operation {
  readonly method: string
  readonly path: string
  readonly parameters: readonly Parameter[]
  readonly body: object | null
  readonly bodyRequired: boolean
  readonly responses: Readonly<Record<string, object | null>>
}

interface Parameter {
  readonly name: string
  readonly in: 'path' | 'query' | 'header'
  readonly required: boolean
  readonly schema: { readonly type?: string; readonly enum?: readonly unknown[] }
}

interface RestSchema {
  readonly source: string
  readonly digest: string
  readonly operations: Readonly<Record<string, Operation>>
  readonly schemas: Readonly<Record<string, object>>
}

export const restSchema: RestSchema = JSON.parse(
  readFileSync(new URL('schema/rest.json', import.meta.url), 'utf8'),
) as RestSchema

/** What is wrong with a request by GitHub's own description of the operation; empty when nothing is. */
export function requestErrors(
  operationId: string,
  parameters: { readonly path: Readonly<Record<string, string>>; readonly query: URLSearchParams },
  body: unknown,
): readonly string[] {
  const operation = operationOf(operationId)
  const errors = operation.parameters.flatMap((parameter) => parameterErrors(parameter, parameters))
  const known = new Set(operation.parameters.filter((item) => item.in === 'query').map((item) => item.name))
  for (const name of parameters.query.keys())
    if (!known.has(name)) errors.push(`unknown query parameter ${name}`)
  if (operation.body === null) {
    if (body !== undefined) errors.push('the operation takes no body')
  } else if (body === undefined) {
    if (operation.bodyRequired) errors.push('the operation needs a body')
  } else errors.push(...schemaErrors(`${operationId} body`, operation.body, body))
  return errors
}

/** What is wrong with an answer. `body` is undefined for an answer without content. */
export function responseErrors(operationId: string, status: number, body: unknown): readonly string[] {
  const { responses } = operationOf(operationId)
  const described = responses[String(status)]
  if (described === undefined && status < 300) return [`${operationId} never answers ${status}`]
  if (body === undefined) return described === null ? [] : [`${operationId} ${status} needs a body`]
  if (described === null && status < 300) return [`${operationId} ${status} has no body`]
  const fallback = { $ref: `#/schemas/${status === 422 ? 'validation-error' : 'basic-error'}` }
  return schemaErrors(`${operationId} ${status}`, described ?? fallback, body)
}

let ajv: Ajv | undefined
const compiled = new Map<string, ValidateFunction>()

function schemaErrors(key: string, schema: object, value: unknown): readonly string[] {
  const validate = compiled.get(key) ?? compile(schema)
  compiled.set(key, validate)
  if (validate(value)) return []
  return (validate.errors ?? []).map(
    (error) => `${key}: ${error.instancePath} ${error.message ?? ''} ${JSON.stringify(error.params)}`,
  )
}

/** Compiles on first use: all operations together would take seconds. */
function compile(schema: object): ValidateFunction {
  if (ajv === undefined) {
    ajv = new Ajv({ strict: false, allErrors: true, logger: false })
    formats.default(ajv)
    for (const name of ['repo.nwo', 'timestamp']) ajv.addFormat(name, true)
    ajv.addSchema({ $id: 'github', schemas: restSchema.schemas })
  }
  return ajv.compile(
    JSON.parse(JSON.stringify(schema).replaceAll('"#/schemas/', '"github#/schemas/')) as object,
  )
}

function operationOf(operationId: string): Operation {
  const operation = restSchema.operations[operationId]
  if (operation === undefined) throw new Error(`not in the schema: ${operationId}`)
  return operation
}

function parameterErrors(
  parameter: Parameter,
  given: { readonly path: Readonly<Record<string, string>>; readonly query: URLSearchParams },
): string[] {
  if (parameter.in === 'header') return []
  const text = parameter.in === 'path' ? given.path[parameter.name] : given.query.get(parameter.name)
  if (text === undefined || text === null) {
    return parameter.required ? [`missing ${parameter.in} parameter ${parameter.name}`] : []
  }
  const complaint = valueComplaint(parameter, text)
  return complaint === undefined ? [] : [`${parameter.in} parameter ${parameter.name}=${text} ${complaint}`]
}

function valueComplaint({ name, schema }: Parameter, text: string): string | undefined {
  if (schema.type === 'integer' && !/^\d+$/.test(text)) return 'is not an integer'
  if (schema.enum?.includes(text) === false) return `is not one of ${schema.enum.join(', ')}`
  if (name === 'per_page' && (Number(text) < 1 || Number(text) > 100)) return 'is not in 1..100'
  return undefined
}
