import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'

import { afterAll, beforeAll, expect, it } from 'vitest'

/** Each of these breaks one wall between rooms; the lint has to name it. */
const BREACHES: readonly { readonly path: string; readonly text: string; readonly rule: string }[] = [
  {
    path: 'src/core/diff/reads.ts',
    text: "import { readFileSync } from 'node:fs'\nexport const x = readFileSync\n",
    rule: 'no-restricted-imports',
  },
  {
    path: 'src/core/model/outward.ts',
    text: "import { y } from '../diff/y.ts'\nexport const x = y\n",
    rule: 'no-restricted-imports',
  },
  {
    path: 'src/core/policy/report.ts',
    text: "import { y } from '../report/y.ts'\nexport const x = y\n",
    rule: 'no-restricted-imports',
  },
  ...[
    ['yaml', 'manifests'],
    ['manifests', 'diff'],
    ['schema', 'diff'],
    ['diff', 'policy'],
    ['routes', 'schema'],
    ['policy', 'diff'],
    ['approvals', 'window'],
    ['window', 'policy'],
    ['window', 'break-glass'],
    ['break-glass', 'policy'],
    ['doctor', 'report'],
    ['doctor', 'diff'],
  ].map(([room = '', other = '']) => ({
    path: `src/core/${room}/other-room.ts`,
    text: `import { y } from '../${other}/y.ts'\nexport const x = y\n`,
    rule: 'no-restricted-imports',
  })),
  {
    path: 'src/core/decision/gate.ts',
    text: "import { y } from '../../gate/y.ts'\nexport const x = y\n",
    rule: 'no-restricted-imports',
  },
  { path: 'src/core/window/clock.ts', text: 'export const x = Date.now()\n', rule: 'no-restricted-globals' },
  {
    path: 'src/core/report/prints.ts',
    text: "console.log('x')\nexport const x = 1\n",
    rule: 'no-restricted-globals',
  },
  {
    path: 'src/gate/adapter.ts',
    text: "import { y } from '../adapters/git/y.ts'\nexport const x = y\n",
    rule: 'no-restricted-imports',
  },
  {
    path: 'src/adapters/github/git.ts',
    text: "import { y } from '../git/y.ts'\nexport const x = y\n",
    rule: 'no-restricted-imports',
  },
  {
    path: 'src/adapters/git/github.ts',
    text: "import { y } from '../github/y.ts'\nexport const x = y\n",
    rule: 'no-restricted-imports',
  },
  ...['github', 'git', 'files'].map((adapter) => ({
    path: `src/adapters/${adapter}/use-case.ts`,
    text: "import { y } from '../../gate/publish/y.ts'\nexport const x = y\n",
    rule: 'no-restricted-imports',
  })),
  {
    path: 'src/cli/runner.ts',
    text: "import * as core from '@actions/core'\nexport const x = core\n",
    rule: 'no-restricted-imports',
  },
  {
    path: 'src/core/routes/ring.ts',
    text: "import { z } from './ring-back.ts'\nexport const y = z\n",
    rule: 'no-cycle',
  },
]
const HELD = "import { y } from './ring.ts'\nexport const z = y\n"

let folder = ''
let reported = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'drawbridge-layers-'))
  copyFileSync('.oxlintrc.json', join(folder, '.oxlintrc.json'))
  write('src/core/routes/ring-back.ts', HELD)
  write('src/adapters/git/allowed.ts', "import { y } from '../../gate/ports/y.ts'\nexport const x = y\n")
  write('src/core/diff/allowed.ts', "import { y } from '../model/y.ts'\nexport const x = y\n")
  for (const { path, text } of BREACHES) write(path, text)
  const lint = spawnSync(resolve('node_modules/.bin/oxlint'), ['--format', 'unix'], {
    cwd: folder,
    encoding: 'utf8',
  })
  reported = lint.stdout + lint.stderr
})
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), text)
}

it.each(BREACHES)('$path is refused by $rule', ({ path, rule }) => {
  expect(reported.split('\n').some((line) => line.includes(path) && line.includes(rule))).toBe(true)
})

it('what keeps to the layers is not', () => {
  expect(reported).not.toContain('allowed.ts')
})
