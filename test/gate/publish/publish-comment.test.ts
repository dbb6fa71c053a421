import { describe, expect, it } from 'vitest'
import { err, ok } from '../../../src/core/model/result.ts'
import { COMMENT_MARKER, type Comments, type StickyComment } from '../../../src/gate/ports/comments.ts'
import { publishComment } from '../../../src/gate/publish/publish-comment.ts'
import { aDecision } from '../../support/decision.ts'
import { anAllow } from '../fake-gate.ts'

interface FakeComments extends Comments {
  readonly standing: StickyComment[]
  readonly calls: string[]
}

/** Comments; `meanwhile` are those that another run makes while ours is made. */
function fakeComments(
  standing: StickyComment[] = [],
  meanwhile: readonly StickyComment[] = [],
): FakeComments {
  const calls: string[] = []
  return {
    standing,
    calls,
    find: () => {
      calls.push('find')
      return Promise.resolve(ok([...standing].toSorted((a, b) => a.id - b.id)))
    },
    create: (_, body) => {
      calls.push('create')
      standing.push(...meanwhile, { id: 50, body })
      return Promise.resolve(ok(null))
    },
    update: (id) => {
      calls.push(`update ${String(id)}`)
      return Promise.resolve(ok(null))
    },
    remove: (id) => {
      calls.push(`remove ${String(id)}`)
      standing.splice(0, standing.length, ...standing.filter((one) => one.id !== id))
      return Promise.resolve(ok(null))
    },
  }
}

const old = (id: number): StickyComment => ({ id, body: `${COMMENT_MARKER}\nWaiting for something else` })

describe('our comment', () => {
  it('is not looked for where it was read with the pull request', async () => {
    const comments = fakeComments([old(7)])
    expect(await publishComment(comments, 1, aDecision(), old(7))).toEqual({ ok: true, value: 'updated' })
    expect(comments.calls).toEqual(['update 7'])
  })

  it('is not looked for where there is none and nothing to say', async () => {
    const comments = fakeComments()
    expect(await publishComment(comments, 1, anAllow(), null)).toEqual({ ok: true, value: 'none' })
    expect(comments.calls).toEqual([])
  })

  it('is looked for where it may stand further down', async () => {
    const comments = fakeComments([old(7)])
    expect(await publishComment(comments, 1, aDecision(), undefined)).toEqual({ ok: true, value: 'updated' })
    expect(comments.calls).toEqual(['find', 'update 7'])
  })

  it('that another run made as well is the older one', async () => {
    const comments = fakeComments([], [old(40)])
    await publishComment(comments, 1, aDecision(), null)
    expect(comments.calls).toEqual(['create', 'find', 'remove 50'])
    expect(comments.standing).toEqual([old(40)])
  })

  it('stays when it is the older one, and the other goes', async () => {
    const comments = fakeComments([], [old(60)])
    await publishComment(comments, 1, aDecision(), null)
    expect(comments.standing.map(({ id }) => id)).toEqual([50])
  })

  it('that stands twice is one again when it is looked for', async () => {
    const comments = fakeComments([old(7), old(9)])
    await publishComment(comments, 1, aDecision(), undefined)
    expect(comments.calls).toEqual(['find', 'remove 9', 'update 7'])
  })

  it.each(['find', 'create', 'update', 'remove'] as const)(
    'that cannot be kept is a problem: %s',
    async (call) => {
      const problem = { code: 'unreachable', text: 'GitHub is gone.' } as const
      const standing = call === 'create' ? [] : [old(7), old(9)]
      const comments = { ...fakeComments(standing), [call]: () => Promise.resolve(err(problem)) }
      expect(await publishComment(comments, 1, aDecision(), undefined)).toEqual({ ok: false, error: problem })
    },
  )
})
