import type { Decision } from '../core/decision/decision.ts'
import { isJsonObject, type JsonObject } from '../core/model/json.ts'
import { decisionJson } from '../core/report/decision-json.ts'
import { differencesOf, recomputationJson, recomputationText } from '../core/report/recomputation.ts'
import { readYaml } from '../core/yaml/read-yaml.ts'
import { badInput } from './cli-failure.ts'
import type { CliIo } from './cli-io.ts'
import type { ExitCode } from './exit-code.ts'
import { badIssues, readOptionFile } from './read-option-files.ts'
import { jsonText, writeResult } from './write-result.ts'

/** A decision that was written down. Throws a {@link CliFailure} when the file holds none. */
export function readRecorded(path: string): JsonObject {
  const documents = readYaml(readOptionFile(path).text, path)
  if (!documents.ok) throw badIssues(documents.error)
  const value = documents.value.length === 1 ? documents.value[0]?.value : undefined
  if (isJsonObject(value) && value['kind'] === 'Decision') return value
  throw badInput(`${path} holds no Decision. Give what \`check --format json\` or the Action wrote.`)
}

/** Says whether a decision is the recorded one, or in which part it differs. Exit 1 when it does. */
export function publishComparison(
  decision: Decision,
  recorded: JsonObject,
  options: { readonly format: string; readonly output?: string },
  io: CliIo,
): ExitCode {
  const now = decisionJson(decision)
  const differences = differencesOf(recorded, now)
  const text =
    options.format === 'json' ? jsonText(recomputationJson(differences)) : recomputationText(differences)
  writeResult(io, text, options.output)
  return differences.length === 0 ? 0 : 1
}
