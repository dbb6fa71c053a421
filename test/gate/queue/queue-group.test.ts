import { describe, expect, it } from 'vitest'
import type { QueueEntry } from '../../../src/gate/ports/merge-queues.ts'
import { groupOf } from '../../../src/gate/queue/queue-group.ts'
import { sha } from '../fake-gate.ts'

const entry = (number: number, base: string | null, commit: string | null): QueueEntry => ({
  number,
  base: base === null ? null : sha(base),
  commit: commit === null ? null : sha(commit),
})
const QUEUE = [entry(7, '0', '1'), entry(8, '1', '2'), entry(9, '2', '3')]

describe('what merges with a commit of the queue', () => {
  it.each([
    ['1', [7]],
    ['2', [7, 8]],
    ['3', [7, 8, 9]],
  ])('%s: %j', (commit, numbers) => {
    const group = groupOf(QUEUE, sha(commit))
    expect(group.ok && group.value?.map(({ number }) => number)).toEqual(numbers)
  })

  it.each([
    ['nothing is in the queue', []],
    ['no entry ends with it', QUEUE],
    ['its entry has no commit yet', [entry(7, null, null)]],
  ])('is not known when %s', (_, entries) => {
    expect(groupOf(entries, sha('9'))).toEqual({ ok: true, value: null })
  })

  it('has nothing to do with what stands behind it', () => {
    expect(groupOf([...QUEUE, entry(10, null, null)], sha('3'))).toMatchObject({ ok: true })
  })

  it.each([
    ['an entry before has no commit', [entry(7, null, null), entry(8, '1', '2')], '#7: it has no commit yet'],
    ['an entry before has no base', [entry(7, null, '1'), entry(8, '1', '2')], '#7: it has no commit yet'],
    [
      'it is not built on the entry before',
      [entry(7, '0', '1'), entry(8, '0', '2')],
      '#8: it is not built on #7, which is before it',
    ],
  ])('cannot be told when %s', (_, entries, text) => {
    expect(groupOf(entries, sha('2'))).toEqual({
      ok: false,
      error: { code: 'invalid', text: `Cannot decide on the merge queue at ${text}.` },
    })
  })
})
