import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { loadAll } from 'js-yaml'
import { role, roleBinding } from './access.ts'
import type { App } from './app.ts'
import { Dice } from './dice.ts'
import { configMap, secret } from './settings.ts'
import { ingress, networkPolicy, service, serviceMonitor } from './traffic.ts'
import { autoscaler, deployment } from './workloads.ts'

/** A file of manifests: its path in its directory and its text. */
interface MadeFile {
  readonly path: string
  readonly text: string
}

/**
 * Writes files of so many objects, of which so many were changed once, spread evenly. The same numbers always give the
 * same text; a changed object has another value in one place or two, and nothing else differs.
 */
export function writeManifests(directory: string, objects: number, changed: number): void {
  for (const { path, text } of makeFiles(objects, changed)) writeFile(join(directory, path), text)
}

/** The same objects as JSON, each file a list of them. */
export function writeJson(directory: string, objects: number, changed: number): void {
  for (const { path, text } of makeFiles(objects, changed))
    writeFile(join(directory, path.replace(/yaml$/, 'json')), JSON.stringify(loadAll(text)))
}

/** The same objects as one file, for programs that take no directory. */
export function writeStream(file: string, objects: number, changed: number): void {
  for (const { text } of makeFiles(objects, changed)) appendFileSync(file, `---\n${text}`)
}

function* makeFiles(objects: number, changed: number): Iterable<MadeFile> {
  for (let first = 0; first < objects; first += OBJECTS_IN_FILE) {
    const count = Math.min(OBJECTS_IN_FILE, objects - first)
    const texts = Array.from({ length: count }, (_, at) =>
      manifest(first + at, isChanged(first + at, objects, changed)),
    )
    const number = first / OBJECTS_IN_FILE
    const path = `group-${String(number % FOLDERS)}/apps-${String(number)}.yaml`
    yield { path, text: texts.join('---\n') }
  }
}

function writeFile(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
}

const OBJECTS_IN_FILE = 20
const FOLDERS = 25

const KINDS: readonly ((app: App) => string)[] = [
  deployment,
  service,
  ingress,
  configMap,
  secret,
  role,
  roleBinding,
  networkPolicy,
  autoscaler,
  serviceMonitor,
]

function manifest(index: number, isNew: boolean): string {
  const number = Math.floor(index / KINDS.length)
  const app: App = {
    name: `app-${String(number)}`,
    namespace: `team-${String(number % 40)}`,
    dice: new Dice(index),
    revision: isNew ? 2 : 1,
  }
  return KINDS[index % KINDS.length]?.(app) ?? ''
}

/** One of every so many, of another kind each time. */
function isChanged(index: number, objects: number, changed: number): boolean {
  if (changed === 0) return false
  const every = Math.floor(objects / changed)
  const turn = Math.floor(index / every)
  return turn < changed && index % every === (turn * 7) % every
}
