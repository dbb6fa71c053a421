import { emptyFacts, parseFacts } from '../core/decision/parse-facts.ts'
import type { Facts } from '../core/model/facts.ts'
import type { Sha } from '../core/model/ids.ts'
import type { Instant } from '../core/model/instant.ts'
import { readYaml } from '../core/yaml/read-yaml.ts'
import { badInput } from './cli-failure.ts'
import { badIssues, readOptionFile } from './read-option-files.ts'

/** When facts are read, and for what. */
export interface FactsContext {
  /** The moment when the file names none. */
  readonly now: Instant
  /** The commit that is compared; null: directories are. */
  readonly head: Sha | null
}

/** What `--facts` says, or that nothing is known. Throws a {@link CliFailure} with every mistake. */
export function readFacts(path: string | undefined, { now, head }: FactsContext): Facts {
  if (path === undefined) return emptyFacts(now)
  const file = readOptionFile(path)
  const documents = readYaml(file.text, path)
  if (!documents.ok) throw badIssues(documents.error)
  const [document, second] = documents.value
  if (!document) throw badInput(`${path} holds no document. Write one of kind Facts.`)
  if (second)
    throw badInput(`${path}:${String(second.line)}: a second document begins here. Facts are one document.`)
  const facts = parseFacts(document, path, head === null ? 'directories' : 'revisions', now)
  if (!facts.ok) throw badIssues(facts.error)
  return atHead(facts.value, head, path)
}

/** Facts of another head would let approvals count for what nobody saw. */
function atHead(facts: Facts, head: Sha | null, path: string): Facts {
  if (head === null || !facts.pullRequest) return facts
  const { sha } = facts.pullRequest.head
  if (sha !== null && sha !== head)
    throw badInput(
      `${path} tells of the head ${sha}, but HEAD is ${head}. Compare that commit, or get the facts anew.`,
    )
  return { ...facts, pullRequest: { ...facts.pullRequest, head: { sha: head } } }
}
