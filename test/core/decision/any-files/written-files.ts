import type { ChangedFile, FileVersion } from '../../../../src/core/model/changed-file.ts'
import type { Random } from './random.ts'
import { writeText } from './written-text.ts'

/** Objects in files: several in one, in lists, in folders. */
export function writeFiles(objects: readonly object[], random: Random): ReadonlyMap<string, string> {
  const files = new Map<string, string>()
  let rest = random.shuffle(objects)
  while (rest.length > 0) {
    const count = 1 + random.below(4)
    const [path, text] = writeFile(rest.slice(0, count), files.size, random)
    files.set(path, text)
    rest = rest.slice(count)
  }
  return files
}

/** The files of two sides as what differs between them. */
export function changedFiles(
  base: ReadonlyMap<string, string>,
  head: ReadonlyMap<string, string>,
): readonly ChangedFile[] {
  return [...new Set([...base.keys(), ...head.keys()])].map((path) => ({
    path,
    base: version(base.get(path)),
    head: version(head.get(path)),
  }))
}

function version(text: string | undefined): FileVersion | null {
  return text === undefined ? null : { kind: 'file', id: text, bytes: new TextEncoder().encode(text) }
}

function writeFile(objects: readonly object[], at: number, random: Random): readonly [string, string] {
  const folder = random.pick(['', 'apps/', 'deploy/prod/', 'a/b/c/'])
  const name = `${folder}${random.pick(['web', 'shop', 'x'])}-${String(at)}`
  const list = { apiVersion: 'v1', kind: 'List', items: objects }
  if (random.once(4)) {
    const value = objects.length === 1 && random.once(2) ? objects[0] : list
    return [`${name}.${random.pick(['json', 'yaml'])}`, JSON.stringify(value, null, random.below(4))]
  }
  const path = `${name}.${random.pick(['yaml', 'yml'])}`
  if (random.once(4)) return [path, writeText(list, random)]
  const documents = objects.map((object) => writeText(object, random))
  return [
    path,
    (random.once(3) ? '---\n' : '') + documents.join(random.pick(['---\n', '---\n# nothing\n---\n'])),
  ]
}
