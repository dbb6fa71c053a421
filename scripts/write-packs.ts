import { writeFileSync } from 'node:fs'

import { builtinNames, packFile, type Packs } from '../src/adapters/files/builtin-policies.ts'
import { makePack } from '../src/core/policy/make-pack.ts'
import type { PolicyPack } from '../src/core/policy/policy-source.ts'

/** Writes the packs as the built files read them: their YAML and their shape are checked here, once. */
const packs: Packs = Object.fromEntries(builtinNames().map((name) => [name, packNamed(name)]))
writeFileSync('dist/packs.json', `${JSON.stringify(packs, null, 1)}\n`)

function packNamed(name: string): PolicyPack {
  const pack = makePack(packFile(name))
  if (pack.ok) return pack.value
  throw new Error(pack.error.map(({ path, line, text }) => `${path}:${String(line)}: ${text}`).join('\n'))
}
