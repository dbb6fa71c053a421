import type { ChangeSet, FileChange, Operation } from '../../model/change.ts'
import type { Finding } from '../../model/finding.ts'
import type { Instant } from '../../model/instant.ts'
import { type Issue, sortIssues } from '../../model/issue.ts'
import { fileVariables, issueVariables, type PullRequestContext, settingPlace } from './bind-variables.ts'
import { judge, judgeFile, type Judgement } from './judge.ts'
import type { Budget } from '../expressions/budget.ts'
import { makeFinding } from './make-finding.ts'
import { type FileSubject, matchesFile } from './match-subject.ts'
import type { Policy } from '../policy.ts'
import type { Rule } from '../rule.ts'
import { fileSettings, type SettingChange } from './setting-changes.ts'
import { placementOf } from '../select-files.ts'

/** Findings of rules about changed files and about what was wrong when reading them: one for each rule and file. */
export function findFileRisks(
  policy: Policy,
  changes: ChangeSet,
  pullRequest: PullRequestContext | null,
  now: Instant,
  budget: Budget,
): readonly Finding[] {
  const onlyRewritten = new Set(changes.files.filter((file) => file.rewritten).map(({ path }) => path))
  const operations = new Map(changes.files.map((file) => [file.path, file.operation]))
  const files = changes.files.map((file) => fileCandidate(policy, file, pullRequest))
  const issues = sortIssues(changes.issues).map((issue) =>
    issueCandidate(policy, issue, operations.get(issue.path) ?? 'UPDATE', pullRequest),
  )
  return policy.rules.flatMap((rule) => {
    if (rule.target === 'objects') return []
    if (rule.target === 'issues') return findingsOf(policy, rule, issues, now, budget)
    // What guards the gate itself is seen however it is written: other readers of it may differ.
    const seen = rule.locked ? files : files.filter(({ subject }) => !onlyRewritten.has(subject.path))
    return findingsOf(policy, rule, seen, now, budget)
  })
}

interface Candidate {
  readonly subject: FileSubject
  ask(rule: Rule, budget: Budget): Judgement | undefined
  /** Where it is: at the issue, or at the setting that the judgement speaks of. */
  lineOf(judgement: Judgement): number | null
}

function fileCandidate(policy: Policy, file: FileChange, pullRequest: PullRequestContext | null): Candidate {
  const placement = placementOf(policy, file.path)
  const variables = fileVariables(file, placement, pullRequest)
  let known: readonly SettingChange[] | undefined
  const settings = (): readonly SettingChange[] => (known ??= fileSettings(file))
  return {
    subject: { path: file.path, operation: file.operation, placement, code: null },
    ask: (rule, budget) => judgeFile(rule, () => settings().map(settingPlace), variables, budget),
    lineOf: ({ pointer }) => settings().find(({ path }) => path === pointer)?.line ?? null,
  }
}

function issueCandidate(
  policy: Policy,
  issue: Issue,
  operation: Operation,
  pullRequest: PullRequestContext | null,
): Candidate {
  const placement = placementOf(policy, issue.path)
  const variables = issueVariables(issue, operation, placement, pullRequest)
  return {
    subject: { path: issue.path, operation, placement, code: issue.code },
    ask: (rule, budget) => judge(rule, variables, budget),
    lineOf: () => issue.line,
  }
}

/** A file with many mistakes is one thing to approve: the finding stands at the first that matches. */
function findingsOf(
  policy: Policy,
  rule: Rule,
  candidates: readonly Candidate[],
  now: Instant,
  budget: Budget,
): readonly Finding[] {
  const found = new Map<string, Finding>()
  for (const candidate of candidates) {
    const { subject } = candidate
    if (found.has(subject.path) || !matchesFile(rule.match, subject)) continue
    const judgement = candidate.ask(rule, budget)
    if (!judgement) continue
    const about = {
      title: subject.path,
      object: null,
      environment: subject.placement.environment,
      cluster: subject.placement.cluster,
      path: subject.path,
      line: candidate.lineOf(judgement),
      pointer: judgement.pointer,
      paths: [subject.path],
      subject: { kind: 'file', path: subject.path },
    } as const
    found.set(
      subject.path,
      makeFinding(policy, rule, judgement, about, now, (match) => matchesFile(match, subject)),
    )
  }
  return [...found.values()]
}
