import { createRequire } from 'node:module'
import { resolve } from 'node:path'

import { defineConfig, type Plugin, type RolldownOptions } from 'rolldown'
import type licensePlugin from 'rollup-plugin-license'

/** The plugin's types promise a default export; it has none, so it is required. */
const license: typeof licensePlugin.default = createRequire(import.meta.url)('rollup-plugin-license')

const CEL = resolve('src/core/policy/cel.ts')

/** One readable file for each way in, its licences beside it: what is committed can be reviewed and rebuilt byte for byte. */
function bundle(input: string, file: string): RolldownOptions {
  return {
    input,
    platform: 'node',
    output: {
      file,
      format: file.endsWith('.cjs') ? 'cjs' : 'esm',
      sourcemap: false,
      minify: false,
      codeSplitting: false,
    },
    plugins: [
      ...(input === CEL ? [] : [expressionsWhenNeeded()]),
      license({ thirdParty: { output: file.replace(/\.c?js$/, '.licenses.txt') } }),
    ],
  }
}

/**
 * The expression language is a third of the program, and most pull requests need none of it. It becomes a file of its
 * own that is read at the first expression; the sources know nothing of this, and import it as they import anything.
 */
function expressionsWhenNeeded(): Plugin {
  return {
    name: 'expressions-when-needed',
    load(id) {
      return id === CEL ? { code: DEFERRED_CEL, moduleType: 'js' } : null
    },
  }
}

const DEFERRED_CEL = `
import { createRequire } from 'node:module'
let loaded
function cel() {
  loaded ??= createRequire(import.meta.url)('./cel.cjs')
  return loaded
}
export function parseCel(text) { return cel().parseCel(text) }
export function planCel(tree) { return cel().planCel(tree) }
export function celVariable(name) { return cel().celVariable(name) }
export function celFunctions() { return cel().celFunctions() }
`

const configuration: RolldownOptions[] = defineConfig([
  bundle('src/cli/index.ts', 'dist/cli.js'),
  bundle('src/action/index.ts', 'dist/action.js'),
  bundle(CEL, 'dist/cel.cjs'),
])
export default configuration
