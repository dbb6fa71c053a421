import { expect, it } from 'vitest'

import { writeOut } from '../../../src/core/calendar/write-out.ts'

it.each([
  ['0 */6 * * *', '0 0,6,12,18 * * *'],
  ['*/20 1-3 * * 7', '0,20,40 1,2,3 * * 7'],
  ['5-59/25,7 2 1 JAN *', '5,30,55,7 2 1 JAN *'],
  ['0 2-7/2,23 */5 * FRI', '0 2,4,6,23 */5 * FRI'],
  [' 15  07-9/2 * * * ', '15 7,9 * * *'],
])('%s is %s', (schedule, list) => {
  expect(writeOut(schedule)).toBe(list)
})

it('takes every minute and every hour', () => {
  const [minutes = '', hours = ''] = writeOut('* * * * *')?.split(' ') ?? []
  expect(minutes.split(',')).toEqual(Array.from({ length: 60 }, (_, index) => String(index)))
  expect(hours.split(',')).toEqual(Array.from({ length: 24 }, (_, index) => String(index)))
})

it.each(['0 17 * * 5', '0,30 9-17 */2 JAN-MAR *', '59 23 31 12 7'])('%s is there already', (schedule) => {
  expect(writeOut(schedule)).toBeNull()
})
