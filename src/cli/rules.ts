import { builtinFields } from '../adapters/files/kind-schemas.ts'
import { Option } from 'commander'
import { builtinNames, builtinPolicy } from '../adapters/files/builtin-policies.ts'
import { didYouMean } from '../core/model/did-you-mean.ts'
import type { Instant } from '../core/model/instant.ts'
import { type Severity, SEVERITIES } from '../core/model/severity.ts'
import { type ListedRule, listRules } from '../core/policy/list-rules.ts'
import { loadPolicy } from '../core/policy/load-policy.ts'
import { compileWildcards } from '../core/policy/patterns/wildcards.ts'
import type { Policy } from '../core/policy/policy.ts'
import type { PolicySource } from '../core/policy/policy-source.ts'
import { explainRule } from '../core/report/rules/explained-rule.ts'
import { renderExplanation } from '../core/report/rules/rule-explanation.ts'
import { renderRules } from '../core/report/rules/rule-list.ts'
import { explanationJson, rulesJson } from '../core/report/rules/rules-json.ts'
import { basePolicy } from '../gate/base-files.ts'
import { readShared } from '../gate/load-whole-policy.ts'
import { badInput } from './cli-failure.ts'
import { type CliIo, wantsColor } from './cli-io.ts'
import {
  type CommandLine,
  formatOption,
  nowOption,
  outputOption,
  policyOption,
  repoOption,
} from './command-line.ts'
import { currentMoment } from './current-moment.ts'
import type { ExitCode } from './exit-code.ts'
import { findExample } from './find-example.ts'
import { openBase } from './open-base.ts'
import { badIssues, readPolicies } from './read-option-files.ts'
import { sharedPolicies } from './shared-policies.ts'
import { jsonText, writeResult } from './write-result.ts'

interface RulesOptions {
  readonly repo: string
  readonly policy?: readonly string[]
  readonly severity?: Severity
  readonly pack?: string
  readonly now?: Instant
  readonly format: 'text' | 'json'
  readonly output?: string
}

/** `rules [ID]`: lists the active rules, or explains one. */
export function addRules({ program, io, run }: CommandLine): void {
  program
    .command('rules')
    .summary('list the active rules, or explain one')
    .description(
      'Lists the rules of the policy that decides, with what overrides made of them. With the id of a rule: what it looks at, why it ' +
        "matters, what it needs, and what to write when it is wrong here. With a pattern such as 'ingress.tls.*': those rules.",
    )
    .argument('[ID]', 'a rule, or a pattern for rules')
    .addOption(policyOption())
    .addOption(repoOption())
    .addOption(new Option('--severity <severity>', 'only rules of this severity').choices(SEVERITIES))
    .option('--pack <name>', 'only rules of this pack')
    .addOption(nowOption('the moment at which exceptions apply, such as 2026-11-22T10:00:00Z (default: now)'))
    .addOption(formatOption(['text', 'json']))
    .addOption(outputOption())
    .action((id: string | undefined, options: RulesOptions) => run(() => rules(id, options, io)))
}

async function rules(id: string | undefined, options: RulesOptions, io: CliIo): Promise<ExitCode> {
  const sources = readPolicies(options.policy) ?? (await policyOfBase(options.repo))
  const shared = await readShared(sources, sharedPolicies(io))
  const policy = loadPolicy(sources, builtinPolicy, { shared, fields: builtinFields })
  if (!policy.ok) throw badIssues(policy.error)
  const all = listRules(sources, builtinPolicy, shared)
  const exact = id === undefined ? undefined : all.find(({ written }) => written.id === id)
  const text = exact
    ? explained(policy.value, exact, options, io)
    : listed(policy.value, selected(all, id, options), options, io)
  writeResult(io, text, options.output)
  return 0
}

async function policyOfBase(repo: string): Promise<readonly PolicySource[]> {
  const { repository, close } = await openBase(repo)
  try {
    const sources = await basePolicy(repository)
    if (!sources.ok) throw badIssues(sources.error)
    return sources.value.length > 0 ? sources.value : (builtinPolicy('recommended') ?? [])
  } finally {
    close()
  }
}

function explained(policy: Policy, rule: ListedRule, options: RulesOptions, io: CliIo): string {
  const now = options.now ?? currentMoment(io)
  const explanation = explainRule(policy, rule, findExample(policy, rule, options.repo), now)
  return options.format === 'json'
    ? jsonText(explanationJson(explanation))
    : renderExplanation(explanation, styleOf(options, io))
}

function listed(policy: Policy, found: readonly ListedRule[], options: RulesOptions, io: CliIo): string {
  return options.format === 'json'
    ? jsonText(rulesJson(found))
    : renderRules(found, policy.sources, styleOf(options, io))
}

function styleOf({ output }: RulesOptions, io: CliIo): { readonly color: boolean } {
  return { color: wantsColor(io) && output === undefined }
}

/** The rules that are asked for. Throws a {@link CliFailure} when none is: the name is probably misspelled. */
function selected(
  all: readonly ListedRule[],
  id: string | undefined,
  { severity, pack }: RulesOptions,
): readonly ListedRule[] {
  const pattern = id === undefined ? null : compileWildcards([id])
  const named = all.filter(({ written }) => pattern?.matches(written.id) ?? true)
  if (id !== undefined && named.length === 0) throw badInput(unknownRule(all, id))
  const packs = new Set(all.map((rule) => rule.pack))
  if (pack !== undefined && !packs.has(pack)) throw badInput(unknownPack(packs, pack))
  return named.filter(
    (rule) => (severity ?? rule.severity) === rule.severity && (pack ?? rule.pack) === rule.pack,
  )
}

function unknownRule(all: readonly ListedRule[], id: string): string {
  if (/[*?]/.test(id))
    return `No rule of this policy has a name like "${id}"; it has ${String(all.length)} rules.`
  const shipped = listRules(builtinPolicy('all') ?? [], builtinPolicy).find(
    ({ written }) => written.id === id,
  )
  if (shipped)
    return `There is no rule "${id}" in this policy. It ships with builtin:${shipped.pack}, which this policy does not extend.`
  const near = didYouMean(
    id,
    all.map(({ written }) => written.id),
  )
  const hint =
    near === undefined
      ? `it has ${String(all.length)} rules; run drawbridge rules to see them.`
      : `did you mean "${near}"?`
  return `There is no rule "${id}" in this policy; ${hint}`
}

function unknownPack(packs: ReadonlySet<string>, pack: string): string {
  const near = didYouMean(pack, packs)
  if (near !== undefined) return `No rule of this policy is of a pack "${pack}"; did you mean "${near}"?`
  const others = builtinNames().includes(pack) ? ' This policy does not extend it.' : ''
  return `No rule of this policy is of a pack "${pack}"; there are ${[...packs].toSorted().join(', ')}.${others}`
}
