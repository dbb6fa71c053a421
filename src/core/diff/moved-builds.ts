import { isJsonList, type JsonObject } from '../model/json.ts'
import { folderOf } from './identity.ts'
import type { Pair } from './pair-manifests.ts'

/**
 * The pairs, of which those of a kustomization in two folders are taken apart when what it builds did not move with it:
 * in another folder the same text builds something else, and what stays behind is no longer built.
 */
export function withMovedBuilds(pairs: readonly Pair[]): readonly Pair[] {
  if (!pairs.some((pair) => isBuild(pair) && isMove(pair))) return pairs
  const moved = new Set(pairs.filter(isMove).flatMap(placesOf))
  return pairs.flatMap((pair): readonly Pair[] => {
    const { base, head } = pair
    if (!base || !head || !isBuild(pair) || !isMove(pair)) return [pair]
    const [from, to] = [folderOf(base.path), folderOf(head.path)]
    const named = localEntries(base.manifest.value)
    const follows = named.every((entry) => isSame(resolve(from, entry), resolve(to, entry), moved))
    return follows
      ? [pair]
      : [
          { base, head: null },
          { base: null, head },
        ]
  })
}

function isBuild({ base }: Pair): boolean {
  return base?.manifest.role === 'kustomization'
}

function isMove({ base, head }: Pair): boolean {
  return base !== null && head !== null && folderOf(base.path) !== folderOf(head.path)
}

/** From where to where something moved: its file, and each folder that it is in under the same name on both sides. */
function placesOf({ base, head }: Pair): readonly string[] {
  let [from, to] = [base?.path ?? '', head?.path ?? '']
  const places = [`${from}\n${to}`]
  while (from.includes('/') && to.includes('/') && nameOf(from) === nameOf(to)) {
    ;[from, to] = [folderOf(from), folderOf(to)]
    places.push(`${from}\n${to}`)
  }
  return places
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

function isSame(from: string, to: string, moved: ReadonlySet<string>): boolean {
  return from === to || moved.has(`${from}\n${to}`)
}

const ENTRIES = ['resources', 'bases', 'components'] as const

/** What it names in this repository. */
function localEntries(kustomization: JsonObject): readonly string[] {
  const entries = ENTRIES.flatMap((key) => {
    const list = kustomization[key]
    return isJsonList(list) ? list : []
  })
  return entries.filter((entry) => typeof entry === 'string').filter((entry) => !REMOTE.test(entry))
}

const REMOTE = /:|\?ref=|^(?:www\.|git@|[\w-]+\.\w+\/)/

function resolve(folder: string, entry: string): string {
  const parts = folder === '' ? [] : folder.split('/')
  for (const step of entry.split('/')) {
    if (step === '..') parts.pop()
    else if (step !== '.' && step !== '') parts.push(step)
  }
  return parts.join('/')
}
