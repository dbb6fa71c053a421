import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isJsonObject, type Json, type JsonObject } from '../../../src/core/model/json.ts'
import { parseExactJson, type KubectlAnswer } from './kubectl-answer.ts'

/** Whether kubectl can be asked on this machine. */
export function hasKubectl(): boolean {
  return spawnSync('kubectl', ['version', '--client'], { encoding: 'utf8' }).status === 0
}

/**
 * What kubectl says to each of some files. They are read in one call, each followed by a mark, and a mistake in one does
 * not stop it; when it does not say of which file a mistake is, halves are asked.
 */
export function askKubectl(texts: readonly string[]): readonly KubectlAnswer[] {
  const folder = mkdtempSync(join(tmpdir(), 'kubectl-'))
  try {
    return askAll(folder, texts)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function askAll(folder: string, texts: readonly string[]): readonly KubectlAnswer[] {
  rmSync(folder, { recursive: true })
  mkdirSync(folder)
  for (const [index, text] of texts.entries()) {
    writeFileSync(join(folder, `${fileName(index)}.yaml`), text)
    writeFileSync(
      join(folder, `${fileName(index)}z.yaml`),
      `apiVersion: v1\nkind: Mark\nmetadata: {name: ${fileName(index)}}\n`,
    )
  }
  const asked = spawnSync(
    'kubectl',
    ['label', '--local', '--overwrite', '-f', folder, '-o', 'json', 'drawbridge-probe=1'],
    { encoding: 'utf8', timeout: 60_000, maxBuffer: 2 ** 28 },
  )
  const refused = refusedFiles(asked.stderr)
  const values = byMark(printedObjects(asked.stdout))
  if (refused !== null && values.length === texts.length) {
    return values.map((value, index) =>
      refused.has(index) ? { accept: false, value: [] } : { accept: true, value },
    )
  }
  if (texts.length === 1)
    return [{ accept: asked.status === 0, value: asked.status === 0 ? (values[0] ?? []) : [] }]
  const half = Math.ceil(texts.length / 2)
  return [...askAll(folder, texts.slice(0, half)), ...askAll(folder, texts.slice(half))]
}

/** The files that kubectl names in its mistakes; null when it names none in one of them. */
function refusedFiles(mistakes: string): ReadonlySet<number> | null {
  const refused = new Set<number>()
  for (const line of mistakes.split('\n')) {
    const named = /^(?:error: )?(?:error parsing |unable to decode ").*?\/f(\d{5})\.yaml/.exec(line)?.[1]
    if (named !== undefined) refused.add(Number(named))
    // Other lines go on with a mistake that has several.
    else if (/^(?:error|unable)\b/i.test(line)) return null
  }
  return refused
}

function fileName(index: number): string {
  return `f${String(index).padStart(5, '0')}`
}

/** The objects before each mark. */
function byMark(objects: readonly JsonObject[]): readonly (readonly JsonObject[])[] {
  const groups: JsonObject[][] = []
  let group: JsonObject[] = []
  for (const object of objects) {
    if (object['kind'] === 'Mark') {
      groups.push(group)
      group = []
    } else group.push(object)
  }
  return groups
}

// kubectl prints one object after the other, each ending with a brace in the first column.
function printedObjects(printed: string): readonly JsonObject[] {
  const texts = printed.split(/(?<=^\})\n/m).filter((text) => text.trim() !== '')
  return texts.map((text) => withoutProbe(parseExactJson(text)))
}

function withoutProbe(value: Json): JsonObject {
  if (!isJsonObject(value)) throw new Error('kubectl printed something else than an object')
  const metadata = isJsonObject(value['metadata']) ? value['metadata'] : {}
  const labels = isJsonObject(metadata['labels']) ? { ...metadata['labels'] } : {}
  delete labels['drawbridge-probe']
  return { ...value, metadata: { ...metadata, labels } }
}
