/** What is needed of a valibot schema to walk it. */
export interface SchemaNode {
  readonly type: string
}

/** A plain value, as schemas read it. */
export type Plain = null | boolean | number | string | Plain[] | PlainObject
export interface PlainObject {
  [key: string]: Plain
}

/** The schema of the value at these keys; undefined where the schema has none. */
export function schemaAt(root: SchemaNode, keys: readonly (string | number)[]): SchemaNode | undefined {
  let node: SchemaNode | undefined = root
  for (const key of keys) {
    node = node && childOf(unwrap(node), key)
  }
  return node
}

/** The keys that an object schema knows. */
export function knownKeys(node: SchemaNode | undefined): readonly string[] {
  const entries = node && member(unwrap(node), 'entries')
  return typeof entries === 'object' && entries !== null ? Object.keys(entries) : []
}

/** Whether a mapping with known keys should stand there. */
export function isMapping(node: SchemaNode): boolean {
  return unwrap(node).type === 'strict_object'
}

/** Whether a key may be left out. */
export function isOptional(node: SchemaNode | undefined): boolean {
  return node?.type === 'optional' || node?.type === 'nullish'
}

/** The type of the entries of a list; undefined: it is no list. */
export function itemType(node: SchemaNode | undefined): string | undefined {
  const item = node && member(unwrap(node), 'item')
  return isNode(item) ? unwrap(item).type : undefined
}

/** Some value of the right shape, to stand for one that has a wrong one. */
export function placeholder(node: SchemaNode | undefined): Plain {
  const schema = node && unwrap(node)
  switch (schema?.type) {
    case 'string':
      return ''
    case 'number':
      return 1
    case 'boolean':
      return false
    case 'array':
      return []
    case 'picklist':
      return firstOption(schema)
    case 'literal':
      return textOf(member(schema, 'literal'))
    case 'strict_object':
      return emptyShape(schema)
    default:
      return ''
  }
}

function emptyShape(schema: SchemaNode): PlainObject {
  const shape: PlainObject = Object.create(null)
  for (const key of knownKeys(schema)) {
    const child = childOf(schema, key)
    if (!isOptional(child)) shape[key] = placeholder(child)
  }
  return shape
}

function firstOption(schema: SchemaNode): string {
  const options = member(schema, 'options')
  return textOf(Array.isArray(options) ? options[0] : '')
}

function unwrap(node: SchemaNode): SchemaNode {
  const wrapped = member(node, 'wrapped')
  return isNode(wrapped) ? unwrap(wrapped) : node
}

function childOf(node: SchemaNode, key: string | number): SchemaNode | undefined {
  const item = member(node, 'item')
  if (isNode(item)) return item
  const entries = member(node, 'entries')
  if (typeof entries !== 'object' || entries === null || !Object.hasOwn(entries, key)) return undefined
  const child: unknown = Reflect.get(entries, key)
  return isNode(child) ? child : undefined
}

function member(node: SchemaNode, name: string): unknown {
  return Reflect.get(node, name)
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function isNode(value: unknown): value is SchemaNode {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
}
