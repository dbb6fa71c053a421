import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { commonSources, sourcesOf } from '../../../src/core/routes/sources.ts'

describe('allowed sources', () => {
  const cases: readonly (readonly [ranges: readonly string[], sources: readonly string[] | null])[] = [
    [[], null],
    [['', ' '], null],
    [['10.0.0.0/8', '10.1.0.0/16'], ['10.0.0.0/8']],
    [['10.1.2.3/8', '10.0.0.0/8'], ['10.0.0.0/8']],
    [['10.0.0.1'], ['10.0.0.1/32']],
    [['2001:DB8::/32', '2001:db8:0:1::/64'], ['2001:db8::/32']],
    [['::ffff:10.0.0.0/104'], ['10.0.0.0/8']],
    [['10.0.0.0/8', '0.0.0.0/0'], null],
    [['0.0.0.0/1', '128.0.0.0/1'], null],
    [['::/0'], null],
    [['::ffff:0:0/96'], null],
    [
      ['10.0.0.0/8', '${OFFICE}'],
      ['${office}', '10.0.0.0/8'],
    ],
    [
      ['192.168.0.0/16', '10.0.0.0/8'],
      ['10.0.0.0/8', '192.168.0.0/16'],
    ],
  ]
  it.each(cases)('%j are %j', (ranges, sources) => {
    expect(sourcesOf(ranges)).toEqual(sources)
  })

  const range = fc
    .tuple(fc.ipV4(), fc.integer({ min: 1, max: 32 }))
    .map(([ip, length]) => `${ip}/${String(length)}`)
  it('have one form, in any order and however often', () => {
    fc.assert(
      fc.property(fc.array(range, { maxLength: 6 }), (ranges) => {
        const sources = sourcesOf(ranges)
        expect(sourcesOf([...ranges, ...ranges].toReversed())).toEqual(sources)
        expect(sourcesOf(sources ?? [])).toEqual(sources)
      }),
    )
  })

  it.each([
    [null, null, null],
    [['10.0.0.0/8'], null, ['10.0.0.0/8']],
    [['10.0.0.0/8', '192.168.0.0/16'], ['10.1.0.0/16', '172.16.0.0/12'], ['10.1.0.0/16']],
    [['10.0.0.0/8'], ['192.168.0.0/16'], []],
    [['10.0.0.0/8', '${office}'], ['192.168.0.0/16'], ['${office}']],
  ])('%j behind %j let through %j', (a, b, common) => {
    expect(commonSources(a, b)).toEqual(common)
    expect(commonSources(b, a)).toEqual(common)
  })
})
