import { readFileSync } from 'node:fs'
import { cell, code } from './markdown.ts'

/** A node of a JSON Schema, as far as it is shown. */
interface Node {
  readonly type?: string
  readonly description?: string
  readonly title?: string
  readonly const?: string
  readonly enum?: readonly string[]
  readonly properties?: Readonly<Record<string, Node>>
  readonly required?: readonly string[]
  readonly items?: Node
  readonly anyOf?: readonly Node[]
  readonly oneOf?: readonly Node[]
}

/** A table of every key of a format, made from its JSON Schema in `schemas/`. */
export function keyReference(schema: string, title: string, introduction: string): string {
  const root: Node = JSON.parse(readFileSync(`schemas/${schema}.schema.json`, 'utf8'))
  const lines = ['| key | value | meaning |', '|---|---|---|', ...rows(root, '', new Map())]
  return `${[`# ${title}`, '', introduction, '', ...lines].join('\n')}\n`
}

/** `told`: where each mapping was told first, by what it looks like. A second one of the same keys refers to it. */
function rows(node: Node, path: string, told: Map<string, string>): readonly string[] {
  return Object.entries(node.properties ?? {}).flatMap(([name, child]) => {
    const here = path === '' ? name : `${path}.${name}`
    const required = node.required?.includes(name) === true ? ' (required)' : ''
    const mapping = mappingOf(child)
    const key = mapping && JSON.stringify(mapping.properties)
    const earlier = key === undefined ? undefined : told.get(key)
    if (key !== undefined && earlier === undefined) told.set(key, here)
    const reference = earlier === undefined ? '' : `The same keys as ${code(earlier)}.`
    const meaning = [cell(child.description ?? ''), reference].filter((text) => text !== '').join(' ')
    const row = `| ${code(here)}${required} | ${valueOf(child)} | ${meaning} |`
    return earlier === undefined ? [row, ...below(child, here, told)] : [row]
  })
}

/** The mapping that a key holds, or that each entry of its list is. */
function mappingOf(node: Node): Node | undefined {
  if (node.properties) return node
  return node.items && mappingOf(node.items)
}

/** What stands under a key: members of a mapping, or of the mappings in a list. */
function below(node: Node, path: string, told: Map<string, string>): readonly string[] {
  if (node.properties) return rows(node, path, told)
  if (node.items) return below(node.items, `${path}[]`, told)
  return (node.anyOf ?? node.oneOf ?? []).flatMap((alternative) => below(alternative, path, told))
}

function valueOf(node: Node): string {
  if (node.const !== undefined) return code(node.const)
  if (node.enum) return node.enum.map(code).join(', ')
  if (node.items) return `list of ${valueOf(node.items).replace(/^mapping$/, 'mappings')}`
  const alternatives = node.anyOf ?? node.oneOf
  if (alternatives) return [...new Set(alternatives.map(valueOf))].join(' or ')
  return (
    { string: 'text', number: 'number', integer: 'number', boolean: 'true or false', object: 'mapping' }[
      node.type ?? ''
    ] ?? 'any'
  )
}
