import { builtinSchemas } from '../adapters/files/kind-schemas.ts'
import { unreadableFile } from '../core/decision/unreadable-file.ts'
import { redact } from '../core/diff/secrets/redact.ts'
import { Tokens } from '../core/diff/secrets/tokens.ts'
import { fileRole } from '../core/manifests/file-role.ts'
import { readManifestFile } from '../core/manifests/read-manifest-file.ts'
import { type Issue, sortIssues } from '../core/model/issue.ts'
import { isJsonList, isJsonObject, type Json, type JsonObject } from '../core/model/json.ts'
import type { Manifest } from '../core/model/manifest.ts'
import { objectTitle } from '../core/model/object-ref.ts'
import { checkObject } from '../core/schema/check-object.ts'
import { objectJson } from '../core/report/changes-json.ts'
import { issueJson } from '../core/report/issue-json.ts'
import { issueLines } from '../core/report/terminal.ts'
import { plain } from '../core/report/untrusted.ts'
import type { CliIo } from './cli-io.ts'
import { type CollectedFile, collectFiles } from './collect-files.ts'
import { type CommandLine, formatOption, outputOption } from './command-line.ts'
import { exitCodeOfIssues, type ExitCode } from './exit-code.ts'
import { jsonText, writeResult } from './write-result.ts'

interface InspectOptions {
  readonly format: 'text' | 'json'
  readonly output?: string
}

interface Inspection {
  readonly objects: readonly Manifest[]
  readonly notManifests: readonly string[]
  readonly issues: readonly Issue[]
}

/** `inspect PATH...`: the objects in these files, as Kubernetes would read them. */
export function addInspect({ program, io, run }: CommandLine): void {
  program
    .command('inspect')
    .summary('the objects in these files exactly as Kubernetes would read them, and the issues')
    .description(
      'Reads files, and every .yaml, .yml and .json of directories, and prints their objects. What a Secret holds is not shown. Exit 1 when something cannot be read.',
    )
    .argument('<PATH...>', 'files and directories')
    .addOption(formatOption(['text', 'json']))
    .addOption(outputOption())
    .action((paths: readonly string[], options: InspectOptions) => run(() => inspect(paths, options, io)))
}

async function inspect(paths: readonly string[], options: InspectOptions, io: CliIo): Promise<ExitCode> {
  const inspection = inspectFiles(collectFiles(paths))
  const text = options.format === 'json' ? jsonText(inspectionJson(inspection)) : inspectionText(inspection)
  writeResult(io, text, options.output)
  return exitCodeOfIssues(inspection.issues)
}

function inspectFiles(files: readonly CollectedFile[]): Inspection {
  const objects: Manifest[] = []
  const notManifests: string[] = []
  const issues: Issue[] = []
  for (const { path, version } of files) {
    const problem = unreadableFile(path, version, true)
    if (problem) issues.push(problem)
    if (version.kind !== 'file') continue
    const file = readManifestFile(path, version.bytes)
    objects.push(...file.manifests)
    issues.push(
      ...file.issues,
      ...file.manifests.flatMap((manifest) => checkObject(manifest, builtinSchemas)),
    )
    if (file.kind === 'not-manifests') notManifests.push(path)
  }
  return { objects, notManifests, issues: sortIssues(issues) }
}

function inspectionJson({ objects, notManifests, issues }: Inspection): Json {
  return {
    objects: objects.map(({ ref, path, line, value }) => ({
      object: objectJson(ref),
      path,
      line: BigInt(line),
      value: withoutSecrets(value),
    })),
    notManifests,
    issues: issues.map(issueJson),
  }
}

/** Only objects that hold a Secret lose anything: all others are shown exactly. */
function withoutSecrets(value: JsonObject): JsonObject {
  return holdsSecret(value) ? redact(value, new Tokens()).object : value
}

function holdsSecret(value: Json): boolean {
  if (isJsonList(value)) return value.some(holdsSecret)
  if (!isJsonObject(value)) return false
  return value['kind'] === 'Secret' || Object.values(value).some(holdsSecret)
}

function inspectionText({ objects, notManifests, issues }: Inspection): string {
  const places = objects.map(({ path, line }) => `${path}:${String(line)}`)
  const width = Math.min(60, Math.max(0, ...places.map(({ length }) => length)))
  const lines = objects.map(({ ref }, index) => {
    const api = ref.group === '' ? ref.version : `${ref.group}/${ref.version}`
    return plain(`${(places[index] ?? '').padEnd(width)}  ${objectTitle(ref)}  (${api})`)
  })
  const others = notManifests.map((path) => plain(`${path}: no manifest${roleText(path)}`))
  const counts = `Objects: ${String(objects.length)}. Files without manifests: ${String(notManifests.length)}. Issues: ${String(issues.length)}.`
  return [lines, others, issueLines(issues), [counts]]
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n'))
    .join('\n\n')
}

/** What a file that holds no objects decides, by its name. */
function roleText(path: string): string {
  const role = fileRole(path)
  return role === null ? '' : ` (${role})`
}
