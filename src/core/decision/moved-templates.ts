import type { ChangedFile, FileVersion } from '../model/changed-file.ts'

/**
 * Paths of chart templates that only moved: within the templates of their chart, or with their chart as a whole. What is
 * rendered of them is the same. A part of templates (`_name`) renders nothing, so none becomes one or stops to be one.
 */
export function movedTemplates(files: readonly ChangedFile[]): ReadonlySet<string> {
  const gone = files.flatMap((file) => (file.head ? [] : templateOf(file.path, file.base)))
  if (gone.length === 0) return new Set()
  const come = files.flatMap((file) => (file.base ? [] : templateOf(file.path, file.head)))
  const isMove = chartMoves(files)
  const moved = new Set<string>()
  for (const old of gone) {
    const found = come.find(
      (now) =>
        !moved.has(now.path) &&
        now.id === old.id &&
        now.isPart === old.isPart &&
        (now.chart === old.chart || (now.inside === old.inside && isMove(old.chart, now.chart))),
    )
    if (found) moved.add(old.path).add(found.path)
  }
  return moved
}

interface Template {
  readonly path: string
  readonly id: string
  /** The folder of the chart, and the path within it. */
  readonly chart: string
  readonly inside: string
  readonly isPart: boolean
}

const IN_CHART = /^((?:.*?\/)?)(templates\/(?:.*\/)?([^/]+))$/
const DEFINES = /\{\{-?\s*define\b/

/** Of two definitions of one name the order of the files decides, so a file that defines something may not move. */
function templateOf(path: string, version: FileVersion | null): readonly Template[] {
  const parts = IN_CHART.exec(path)
  if (!parts || version?.kind !== 'file' || DEFINES.test(new TextDecoder().decode(version.bytes))) return []
  const [, chart = '', inside = '', name = ''] = parts
  if (inside.split('/').some((step) => step.startsWith('.'))) return []
  return [{ path, id: version.id, chart, inside, isPart: name.startsWith('_') }]
}

/** Whether everything that goes in one folder comes in the other one as it was, and nothing else changes in either. */
function chartMoves(files: readonly ChangedFile[]): (from: string, to: string) => boolean {
  const known = new Map<string, boolean>()
  return (from, to) => {
    const key = `${from}\n${to}`
    const found = known.get(key) ?? isWholeMove(files, from, to)
    known.set(key, found)
    return found
  }
}

function isWholeMove(files: readonly ChangedFile[], from: string, to: string): boolean {
  // The root is the beginning of every folder.
  if (from.startsWith(to) || to.startsWith(from)) return false
  const old = files.filter(({ path }) => path.startsWith(from))
  const now = new Map(files.filter(({ path }) => path.startsWith(to)).map((file) => [file.path, file]))
  const hasChart = now.has(`${to}Chart.yaml`)
  return hasChart && old.length === now.size && old.every((file) => isMoved(file, now, from, to))
}

function isMoved(
  { path, base, head }: ChangedFile,
  now: ReadonlyMap<string, ChangedFile>,
  from: string,
  to: string,
): boolean {
  const target = now.get(to + path.slice(from.length))
  return head === null && target?.base === null && base !== null && target.head?.id === base.id
}
