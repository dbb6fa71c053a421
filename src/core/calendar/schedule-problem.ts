/** What is wrong with a schedule: the end of a sentence, and what to write instead when one thing suggests itself. */
export interface ScheduleProblem {
  readonly text: string
  readonly suggestion?: string
}

interface Field {
  readonly name: string
  readonly least: number
  readonly most: number
  /** Words for the numbers from `least` on. */
  readonly words: readonly string[]
}

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC']
const DAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT']

const FIELDS: readonly Field[] = [
  { name: 'minute', least: 0, most: 59, words: [] },
  { name: 'hour', least: 0, most: 23, words: [] },
  { name: 'day of the month', least: 1, most: 31, words: [] },
  { name: 'month', least: 1, most: 12, words: MONTHS },
  { name: 'day of the week', least: 0, most: 7, words: DAYS },
]

const NICKNAMES: Readonly<Record<string, string>> = {
  '@yearly': '0 0 1 1 *',
  '@annually': '0 0 1 1 *',
  '@monthly': '0 0 1 * *',
  '@weekly': '0 0 * * 0',
  '@daily': '0 0 * * *',
  '@midnight': '0 0 * * *',
  '@hourly': '0 * * * *',
}

/**
 * What is wrong with five fields of cron, and in which; null when nothing is. Only what every cron reads alike is taken: numbers,
 * names, `*`, lists, ranges and steps.
 */
export function scheduleProblem(schedule: string): ScheduleProblem | null {
  const nickname = NICKNAMES[schedule.trim().toLowerCase()]
  if (nickname !== undefined) return { text: 'names like this are not read', suggestion: nickname }
  const fields = schedule.trim().split(/\s+/)
  if (fields.length === 6) return sixFields(fields)
  if (fields.length !== FIELDS.length)
    return { text: `it has ${counted(fields)}, and a schedule has five: ${FIELDS.map(nameOf).join(', ')}` }
  for (const [index, field] of FIELDS.entries()) {
    const problem = fieldProblem(fields[index] ?? '', field)
    if (problem === null) continue
    const text = `the ${field.name} ${problem.text}`
    const mended = problem.suggestion === undefined ? null : fields.with(index, problem.suggestion).join(' ')
    return mended !== null && scheduleProblem(mended) === null ? { text, suggestion: mended } : { text }
  }
  return null
}

function sixFields(fields: readonly string[]): ScheduleProblem {
  const text = 'it has six fields, and a schedule has five: there are no seconds'
  const rest = fields.slice(1).join(' ')
  return scheduleProblem(rest) === null ? { text, suggestion: rest } : { text }
}

function counted(fields: readonly string[]): string {
  const count = fields.filter((field) => field !== '').length
  return count === 1 ? 'one field' : `${String(count)} fields`
}

function nameOf({ name }: Field): string {
  return name
}

/** Why one field cannot be read: what follows its name in a sentence. */
function fieldProblem(written: string, field: Field): ScheduleProblem | null {
  const parts = written.split(',')
  for (const [index, part] of parts.entries()) {
    const problem = partProblem(part, field)
    if (problem === null) continue
    const text = `"${written.slice(0, 40)}" ${problem.text}`
    const mended = problem.suggestion
    return mended === undefined ? { text } : { text, suggestion: parts.with(index, mended).join(',') }
  }
  return null
}

function partProblem(part: string, field: Field): ScheduleProblem | null {
  const form = /^(?:\*|(\w+)(?:-(\w+))?)(?:\/(\d{1,4}))?$/.exec(part)
  if (!form) return { text: 'is none' }
  const [, from, to, step] = form
  if (step !== undefined && (Number(step) < 1 || Number(step) > field.most))
    return { text: 'has a step that is no step here' }
  const range = from === undefined ? null : rangeProblem(from, to, field)
  if (range !== null || step === undefined || from === undefined || to !== undefined) return range
  return { text: 'has a step without a range', suggestion: `${from}-${String(field.most)}/${step}` }
}

function rangeProblem(from: string, to: string | undefined, field: Field): ScheduleProblem | null {
  const end = to?.toUpperCase() === DAYS[0] ? '7' : to
  const [first, last] = [valueOf(from, field), valueOf(end ?? from, field)]
  if (first === undefined || last === undefined) {
    const words = field.words.length > 0 ? `, or ${field.words[0] ?? ''} to ${field.words.at(-1) ?? ''}` : ''
    return { text: `is not within ${String(field.least)} to ${String(field.most)}${words}` }
  }
  if (first <= last) return null
  const suggestion = `${from}-${String(field.most)},${String(field.least)}-${to ?? ''}`
  return { text: 'runs backwards', suggestion }
}

function valueOf(text: string, { least, most, words }: Field): number | undefined {
  const word = words.indexOf(text.toUpperCase())
  if (word >= 0) return least + word
  const value = /^\d{1,2}$/.test(text) ? Number(text) : Number.NaN
  return value >= least && value <= most ? value : undefined
}
