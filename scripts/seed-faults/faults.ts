/** One mistake that somebody could make in the rooms that decide. */
export interface Fault {
  readonly name: string
  readonly file: string
  /** Stands there exactly once. */
  readonly find: string
  readonly replace: string
}

/** Each has to be seen by the lives of pull requests. */
export const FAULTS: readonly Fault[] = [
  {
    name: 'the author counts',
    file: 'src/core/approvals/eligibility.ts',
    find: "if (authors.ids.has(account.id)) return 'author'",
    replace: '',
  },
  {
    name: 'a committer counts at high',
    file: 'src/core/approvals/eligibility.ts',
    find: "if (committers.ids.has(account.id)) return 'committer'",
    replace: '',
  },
  {
    name: 'who pushed counts at high',
    file: 'src/core/approvals/eligibility.ts',
    find: "return pushers.ids.has(account.id) ? 'last-pusher' : null",
    replace: 'return null',
  },
  {
    name: 'writing is not asked for',
    file: 'src/core/approvals/eligibility.ts',
    find: 'if (actor.canWrite !== true)',
    replace: 'if (actor.canWrite === null)',
  },
  {
    name: 'an approval covers whatever comes',
    file: 'src/core/approvals/coverage.ts',
    find: 'comparison.contents.get(commit)?.get(key) === wanted',
    replace: 'comparison.contents.has(commit)',
  },
  {
    name: 'a dismissed review brings back an older one',
    file: 'src/core/approvals/newest-reviews.ts',
    find: "review.state !== 'COMMENTED'",
    replace: "review.state !== 'COMMENTED' && review.state !== 'DISMISSED'",
  },
  {
    name: 'the newest review is the one with the highest number',
    file: 'src/core/approvals/newest-reviews.ts',
    find: 'a.submittedAt - b.submittedAt ||',
    replace: '',
  },
  {
    name: 'requested changes do not hold',
    file: 'src/core/approvals/approval-verdict.ts',
    find: 'if (objections.length > 0)',
    replace: 'if (objections.length > 1)',
  },
  {
    name: 'a commit of nobody does not hold',
    file: 'src/core/approvals/contributors.ts',
    find: 'commit.author === null || commit.committer === null',
    replace: 'commit.author === null && commit.committer === null',
  },
  {
    name: 'an unknown pusher asks for no more',
    file: 'src/core/approvals/answer.ts',
    find: '? count + 1 : count',
    replace: '? count : count',
  },
  {
    name: 'one person is enough for two',
    file: 'src/core/approvals/match-seats.ts',
    find: 'if (need > people.size) return undefined',
    replace: 'if (people.size > 0) continue',
  },
  {
    name: 'people who approved a part of it count for all of it',
    file: 'src/core/approvals/assign-people.ts',
    find: 'present.filter(([, items]) => items.has(item)).length',
    replace: 'present.length',
  },
  {
    name: 'a window is open at its very end',
    file: 'src/core/window/judge-claim.ts',
    find: 'if (now >= notAfter)',
    replace: 'if (now > notAfter)',
  },
  {
    name: 'a window covers what changed since',
    file: 'src/core/window/judge-claim.ts',
    find: 'if (changed.length > 0)',
    replace: 'if (changed.length > 9)',
  },
  {
    name: 'the policy caps no window',
    file: 'src/core/window/window-claims.ts',
    find: 'earlier(span.end, plus(span.start, requirement.max))',
    replace: 'span.end',
  },
  {
    name: 'a label that was taken off and put back by renaming opens',
    file: 'src/core/window/window-claims.ts',
    find: "if (event?.event !== 'labeled' || span === null)",
    replace: 'if (event === undefined || span === null)',
  },
  {
    name: 'a freeze holds nothing',
    file: 'src/core/window/check-sync-windows.ts',
    find: "return { verdict: 'unmet', reason: { code: 'window-frozen', name, why, until, timeZone } }",
    replace: "return { verdict: 'met', reason: { code: 'window-frozen', name, why, until, timeZone } }",
  },
  {
    name: 'a freeze holds what only narrows',
    file: 'src/core/window/check-sync-windows.ts',
    find: "effect === 'require' && exception === null && !narrows",
    replace: "effect === 'require' && exception === null",
  },
  {
    name: 'what is not known is let through',
    file: 'src/core/decision/combine.ts',
    find: "return verdict === 'met' || verdict === 'not-applicable'",
    replace: "return verdict !== 'unmet'",
  },
  {
    name: 'a denial is only a hold',
    file: 'src/core/decision/combine.ts',
    find: "return 'deny'",
    replace: "return 'hold'",
  },
  {
    name: 'nobody is told that a freeze ends what is allowed',
    file: 'src/core/decision/next-change.ts',
    find: 'return reason.freezesAt',
    replace: 'return null',
  },
  {
    name: 'an exception is over a second later',
    file: 'src/core/decision/answers.ts',
    find: 'now >= risks.exceptedUntil',
    replace: 'now > risks.exceptedUntil',
  },
  {
    name: 'who broke the glass approves it',
    file: 'src/core/break-glass/second-people.ts',
    find: 'initiators: [...pullRequest.initiators, breaker]',
    replace: 'initiators: pullRequest.initiators',
  },
  {
    name: 'an overdue review keeps nobody from breaking the glass',
    file: 'src/core/break-glass/check-break-glass.ts',
    find: 'if (debts.length > 0)',
    replace: 'if (debts.length > 99)',
  },
]
