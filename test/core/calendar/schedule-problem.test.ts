import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { createSchedule } from '../../../src/core/calendar/schedule.ts'
import { scheduleProblem } from '../../../src/core/calendar/schedule-problem.ts'

it.each([
  '0 17 * * 5',
  '0 17 * * FRI',
  '*/15 9-17 1,15 JAN-MAR mon-fri',
  '0 0 29 2 *',
  '59 23 31 12 7',
  '0 0 * * SAT-SUN',
  '0-59/59 * * * *',
])('%s is one', (schedule) => {
  expect(scheduleProblem(schedule)).toBeNull()
})

describe('mistakes name the field and, where it can be told, what to write', () => {
  it.each([
    ['60 * * * *', 'the minute "60" is not within 0 to 59', undefined],
    ['0 24 * * *', 'the hour "24" is not within 0 to 23', undefined],
    ['0 0 0 * *', 'the day of the month "0" is not within 1 to 31', undefined],
    ['0 0 * 13 *', 'the month "13" is not within 1 to 12, or JAN to DEC', undefined],
    ['0 0 * * 8', 'the day of the week "8" is not within 0 to 7, or SUN to SAT', undefined],
    ['0 0 * * FRIDAY', 'the day of the week "FRIDAY" is not within 0 to 7, or SUN to SAT', undefined],
    ['0 22-2 * * *', 'the hour "22-2" runs backwards', '0 22-23,0-2 * * *'],
    ['0 0 * * FRI-MON', 'the day of the week "FRI-MON" runs backwards', '0 0 * * FRI-7,0-MON'],
    ['5/10 * * * *', 'the minute "5/10" has a step without a range', '5-59/10 * * * *'],
    ['*/0 * * * *', 'the minute "*/0" has a step that is no step here', undefined],
    ['0 */24 * * *', 'the hour "*/24" has a step that is no step here', undefined],
    ['? * * * *', 'the minute "?" is none', undefined],
    ['0 0 L * *', 'the day of the month "L" is not within 1 to 31', undefined],
    ['0 0 * * FRI#2', 'the day of the week "FRI#2" is none', undefined],
    ['1,,2 * * * *', 'the minute "1,,2" is none', undefined],
    [
      '0 17 * *',
      'it has 4 fields, and a schedule has five: minute, hour, day of the month, month, day of the week',
      undefined,
    ],
    [
      '',
      'it has 0 fields, and a schedule has five: minute, hour, day of the month, month, day of the week',
      undefined,
    ],
    ['0 0 17 * * 5', 'it has six fields, and a schedule has five: there are no seconds', '0 17 * * 5'],
    ['@daily', 'names like this are not read', '0 0 * * *'],
  ])('%s', (schedule, text, suggestion) => {
    expect(scheduleProblem(schedule)).toEqual(suggestion === undefined ? { text } : { text, suggestion })
  })
})

it('what is one can be computed, and what is suggested is one', () => {
  const value = fc.constantFrom(
    '*',
    '0',
    '07',
    '7',
    '12',
    '59',
    'SUN',
    'mon',
    'DEC',
    '1-5',
    '5-1',
    'x',
    '*/5',
    '3/4',
    '1-20/3',
    '',
  )
  const field = fc.array(value, { minLength: 1, maxLength: 2 }).map((parts) => parts.join(','))
  fc.assert(
    fc.property(fc.array(field, { minLength: 4, maxLength: 6 }), (fields) => {
      const schedule = fields.join(' ')
      const problem = scheduleProblem(schedule)
      if (problem === null) expect(createSchedule(schedule, 'UTC')).toBeDefined()
      else if (problem.suggestion !== undefined) expect(scheduleProblem(problem.suggestion)).toBeNull()
    }),
    { numRuns: 500 },
  )
})
