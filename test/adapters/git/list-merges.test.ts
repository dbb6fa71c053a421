import { spawnSync } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'

import { listMerges } from '../../../src/adapters/git/list-merges.ts'
import { parseSha, type Sha } from '../../../src/core/model/ids.ts'
import { GitSandbox, sandboxEnvironment } from '../../support/git-sandbox.ts'

let sandbox: GitSandbox

beforeEach(() => {
  sandbox = GitSandbox.create()
})

afterEach(() => {
  sandbox.remove()
})

function sha(text: string): Sha {
  const id = parseSha(text)
  if (id === undefined) throw new Error(`not an id: ${text}`)
  return id
}

/** Writes a commit object as it is given and gives its id. */
function writeCommit(text: string): Sha {
  const { stdout } = spawnSync('git', ['hash-object', '-t', 'commit', '-w', '--stdin', '--literally'], {
    cwd: sandbox.dir,
    env: sandboxEnvironment,
    input: text,
    encoding: 'utf8',
  })
  return sha(stdout.trim())
}

it('lists the steps of a branch along its first parents, the newest first', async () => {
  const first = sandbox.commit({ a: '1' }, 'First')
  sandbox.branch('feature')
  sandbox.commit({ a: '2' }, 'On the side')
  sandbox.checkout('main')
  sandbox.git('merge', '--quiet', '--no-ff', '-m', 'Merge of ümlaut\n\nand more', 'feature')
  const tip = sha(sandbox.git('rev-parse', 'HEAD'))
  const merges = await listMerges(sandbox.dir, tip, 10)
  expect(merges.ok ? merges.value : merges.error).toEqual([
    { commit: tip, parent: first, at: Date.UTC(2026, 10, 22, 10), title: 'Merge of ümlaut' },
    { commit: first, parent: 'first', at: Date.UTC(2026, 10, 22, 10), title: 'First' },
  ])
})

it('runs no program to show a signature, whatever the configuration of the repository says', async () => {
  const plain = sandbox.commit({ a: '1' }, 'Signed')
  const signed = sandbox
    .git('cat-file', 'commit', plain)
    .replace('\n\n', '\ngpgsig -----BEGIN PGP SIGNATURE-----\n \n abc\n -----END PGP SIGNATURE-----\n\n')
  const tip = writeCommit(`${signed}\n`)
  const trace = join(sandbox.dir, 'trace')
  const program = join(sandbox.dir, 'gpg')
  writeFileSync(program, `#!/bin/sh\ntouch ${trace}\n`, { mode: 0o755 })
  sandbox.git('config', 'gpg.program', program)
  sandbox.git('config', 'log.showSignature', 'true')
  sandbox.git('log', '-1', tip)
  expect(existsSync(trace), 'git runs it by itself').toBe(true)
  sandbox.git('clean', '-qfx', 'trace')
  const merges = await listMerges(sandbox.dir, tip, 1)
  expect(merges.ok && merges.value.map(({ commit }) => commit)).toEqual([tip])
  expect(existsSync(trace)).toBe(false)
})

it('passes over no commit whose time is none', async () => {
  const plain = sandbox.commit({ a: '1' }, 'Late')
  const late = sandbox.git('cat-file', 'commit', plain).replace(/^(committer .*> )\d+/m, '$1900000000000000')
  const merges = await listMerges(sandbox.dir, writeCommit(`${late}\n`), 5)
  expect(merges).toMatchObject({ ok: false, error: { code: 'git-failed' } })
})
