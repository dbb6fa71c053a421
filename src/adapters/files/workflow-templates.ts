import { readdirSync, readFileSync } from 'node:fs'

const IS_SOURCE = import.meta.url.endsWith('/src/adapters/files/workflow-templates.ts')
const FOLDER = new URL(`${IS_SOURCE ? '../../../' : '../'}examples/workflows/`, import.meta.url)

/** The workflows that ship, by name. Throws when the installation is broken. */
export function workflowTemplates(): ReadonlyMap<string, string> {
  const names = readdirSync(FOLDER).filter((name) => name.endsWith('.yml'))
  return new Map(names.toSorted().map((name) => [name, readFileSync(new URL(name, FOLDER), 'utf8')]))
}
