import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { type GitSetting, visitorEnvironment } from './git-environment.ts'
import { gitFailure } from './git-problem.ts'
import { firstLine, type RepositoryLocation } from './locate-repository.ts'
import type { ObjectStore } from './object-store.ts'
import { runGit } from './run-git.ts'

/** Where a partial clone gets what it left out, as settings for git. */
export interface PromisorRemote {
  readonly name: string
  readonly settings: readonly GitSetting[]
}

const REACHING = '^(remote\\..*\\.(url|promisor|partialclonefilter|proxy)|http\\..*|url\\..*)$'
/** These name programs: they count when the user or the machine sets them, not when the repository does. */
const NAMING_PROGRAMS = '^(credential\\..*|core\\.sshcommand)$'

const FETCH_TIMEOUT = 300_000

/**
 * The remote of a partial clone, null when the repository is complete. Only what is needed to reach it is taken from
 * the user's configuration; `credentials` come on top.
 */
export async function findPromisorRemote(
  location: RepositoryLocation,
  credentials: readonly GitSetting[],
): Promise<PromisorRemote | null> {
  if (!hasPromisorPack(location.objects)) return null
  const answer = await runGit(
    [
      '-C',
      location.dir,
      'config',
      '--null',
      '--show-scope',
      '--get-regexp',
      `${REACHING}|${NAMING_PROGRAMS}`,
    ],
    { environment: visitorEnvironment() },
  )
  const settings = parseSettings(answer.stdout.toString('utf8'))
  const promisor = settings.find(([key, value]) => /^remote\..*\.promisor$/.test(key) && value !== 'false')
  if (!promisor) return null
  const name = promisor[0].replace(/^remote\./, '').replace(/\.promisor$/, '')
  return { name, settings: [...settings, ...credentials, ['fetch.negotiationAlgorithm', 'noop']] }
}

/** Fetches objects in one request. Rejects with a {@link GitFailure} when the remote does not give them. */
export async function fetchObjects(
  store: ObjectStore,
  remote: PromisorRemote,
  oids: readonly string[],
): Promise<void> {
  const answer = await store.run(
    [
      'fetch',
      remote.name,
      '--quiet',
      '--no-tags',
      '--no-write-fetch-head',
      '--recurse-submodules=no',
      '--filter=blob:none',
      '--stdin',
    ],
    { settings: remote.settings, input: oids.map((oid) => `${oid}\n`).join(''), timeout: FETCH_TIMEOUT },
  )
  if (answer.exit === 0) return
  throw gitFailure(
    'object-missing',
    `Cannot fetch ${String(oids.length)} missing objects from the remote ${remote.name} of ${store.location.dir}: ${firstLine(answer.stderr)}`,
  )
}

function hasPromisorPack(objects: string): boolean {
  try {
    return readdirSync(join(objects, 'pack')).some((name) => name.endsWith('.promisor'))
  } catch {
    return false
  }
}

/** `scope NUL key LF value NUL`; a key without value is true. */
function parseSettings(text: string): readonly GitSetting[] {
  const words = text.split('\0')
  const settings: GitSetting[] = []
  for (let at = 0; at + 1 < words.length; at += 2) {
    const entry = words[at + 1] ?? ''
    const split = entry.indexOf('\n')
    const key = split < 0 ? entry : entry.slice(0, split)
    const ofRepository = words[at] === 'local' || words[at] === 'worktree'
    if (ofRepository && new RegExp(NAMING_PROGRAMS, 'i').test(key)) continue
    settings.push([key, split < 0 ? 'true' : entry.slice(split + 1)])
  }
  return settings
}
