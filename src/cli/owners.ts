import {
  type Codeowners,
  CODEOWNERS_PATHS,
  isTooLarge,
  parseCodeowners,
  tooLargeCodeowners,
} from '../core/approvals/codeowners.ts'
import { type Ownership, ownersOf } from '../core/approvals/owners-of.ts'
import type { Json } from '../core/model/json.ts'
import { issueLines } from '../core/report/terminal.ts'
import { plain } from '../core/report/untrusted.ts'
import { baseCodeowners } from '../gate/base-files.ts'
import { badInput } from './cli-failure.ts'
import type { CliIo } from './cli-io.ts'
import { type CommandLine, formatOption, outputOption, repoOption } from './command-line.ts'
import type { ExitCode } from './exit-code.ts'
import { openBase } from './open-base.ts'
import { badIssues, type OptionFile, readOptionFile } from './read-option-files.ts'
import { jsonText, writeResult } from './write-result.ts'

interface OwnersOptions {
  readonly repo: string
  readonly codeowners?: string
  readonly format: 'text' | 'json'
  readonly output?: string
}

interface OwnedPath extends Ownership {
  readonly path: string
}

/** `owners PATH...`: who owns these paths. */
export function addOwners({ program, io, run }: CommandLine): void {
  program
    .command('owners')
    .summary('who owns these paths')
    .description(
      'Prints the owners of paths as GitHub finds them; the paths need not exist. The CODEOWNERS is that of the branch that merges go to, as on GitHub, or the one in the directory if it is no git repository.',
    )
    .argument('<PATH...>', 'paths from the root of the repository')
    .option('--codeowners <file>', 'the CODEOWNERS to read instead')
    .addOption(repoOption())
    .addOption(formatOption(['text', 'json']))
    .addOption(outputOption())
    .action((paths: readonly string[], options: OwnersOptions) => run(() => owners(paths, options, io)))
}

async function owners(paths: readonly string[], options: OwnersOptions, io: CliIo): Promise<ExitCode> {
  const file =
    options.codeowners === undefined ? await codeownersOf(options.repo) : readOptionFile(options.codeowners)
  const codeowners = readCodeowners(file)
  for (const line of issueLines(codeowners.issues)) io.tell(`${line}\n`)
  const owned = paths.map((path) => {
    const name = path.replace(/^(?:\.?\/+)+/, '')
    return { path: name, ...ownersOf(codeowners, name) }
  })
  const text = options.format === 'json' ? jsonText(ownersJson(owned)) : ownersText(owned, codeowners)
  writeResult(io, text, options.output)
  return 0
}

function readCodeowners({ path, text }: OptionFile): Codeowners {
  const size = Buffer.byteLength(text)
  return isTooLarge(size) ? tooLargeCodeowners(path, size) : parseCodeowners(text, path)
}

async function codeownersOf(dir: string): Promise<OptionFile> {
  const { repository, close } = await openBase(dir)
  try {
    const found = await baseCodeowners(repository)
    if (!found.ok) throw badIssues([found.error])
    if (found.value) return found.value
    throw badInput(
      `There is no CODEOWNERS in ${dir}: looked for ${CODEOWNERS_PATHS.join(', ')}. Name one with --codeowners.`,
    )
  } finally {
    close()
  }
}

function ownersJson(owned: readonly OwnedPath[]): Json {
  return owned.map(({ path, owners: of, matched, line }) => ({
    path,
    owners: of,
    matched,
    line: line === null ? null : BigInt(line),
  }))
}

function ownersText(owned: readonly OwnedPath[], codeowners: Codeowners): string {
  const width = Math.min(60, Math.max(0, ...owned.map(({ path }) => path.length)))
  return owned
    .map((entry) => plain(`${entry.path.padEnd(width)}  ${answerText(entry, codeowners.path)}`))
    .join('\n')
}

function answerText({ owners: of, matched, line, doubts }: OwnedPath, file: string): string {
  const doubt =
    doubts.length === 0 ? '' : `; GitHub skips ${doubts.map((at) => `${file}:${String(at)}`).join(', ')}`
  if (!matched) return `no line matches${doubt}`
  const place = `${file}:${String(line)}`
  return `${of.length === 0 ? 'no owner' : of.join(' ')}  (${place}${doubt})`
}
