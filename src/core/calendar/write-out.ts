/**
 * A schedule with its minutes and hours as lists of numbers; null when they are said without `*` and without steps already. The schedule
 * has to be one.
 */
export function writeOut(schedule: string): string | null {
  const [minutes = '', hours = '', ...rest] = schedule.trim().split(/\s+/)
  if (!/[*/]/.test(minutes + hours)) return null
  return [listOf(minutes, 59), listOf(hours, 23), ...rest].join(' ')
}

function listOf(field: string, most: number): string {
  return field
    .split(',')
    .flatMap((part) => numbersOf(part, most))
    .join(',')
}

function numbersOf(part: string, most: number): readonly number[] {
  const [range = '', step = '1'] = part.split('/')
  const [first = 0, last = first] = range === '*' ? [0, most] : range.split('-').map(Number)
  return Array.from(
    { length: Math.floor((last - first) / Number(step)) + 1 },
    (_, index) => first + index * Number(step),
  )
}
