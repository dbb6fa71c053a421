import { createRequire } from 'node:module'
import { resolve } from 'node:path'

import { defineConfig, type Plugin, type RolldownOptions } from 'rolldown'
import type licensePlugin from 'rollup-plugin-license'

/** The plugin's types promise a default export; it has none, so it is required. */
const license: typeof licensePlugin.default = createRequire(import.meta.url)('rollup-plugin-license')

/** A module that is loaded when one of these functions is first called, not when the program starts. */
interface Deferred {
  readonly module: string
  readonly from: string
  readonly functions: readonly string[]
}

/** The expression language is a third of the program. */
const EXPRESSIONS: Deferred = {
  module: resolve('src/core/policy/expressions/cel.ts'),
  from: './cel.cjs',
  functions: ['planCel', 'checkCel', 'celVariable', 'celFunctions'],
}

/** The expressions of the packs are read when they are made, so often nothing is left to read. */
const PARSER: Deferred = {
  module: resolve('src/core/policy/expressions/cel-parser.ts'),
  from: './cel-parser.cjs',
  functions: ['parseCel'],
}

/** The command line asks GitHub only for policies of other repositories and how one is set up. */
const GITHUB: Deferred = {
  module: resolve('src/adapters/github/connect-commands.ts'),
  from: './github.cjs',
  functions: ['connectSharedPolicies', 'connectSettings'],
}

/** The command line needs no processes when it compares directories. */
const PROCESSES: Deferred = { module: 'node:child_process', from: 'node:child_process', functions: ['spawn'] }

/**
 * One readable file for each way in, its licences beside it: what is committed can be reviewed and rebuilt byte for byte.
 * What is not always needed is deferred here; the sources know nothing of it, and import as they always do.
 */
function bundle(input: string, file: string, deferred: readonly Deferred[]): RolldownOptions {
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
      ...deferred.map(whenNeeded),
      license({
        thirdParty: { output: { file: file.replace(/\.c?js$/, '.licenses.txt'), template: licenceTexts } },
      }),
    ],
  }
}

/** The same lines wherever a package was written: some end them as Windows does. */
function licenceTexts(dependencies: readonly { text(): string }[]): string {
  return dependencies.map((dependency) => dependency.text().replaceAll('\r\n', '\n')).join('\n\n---\n\n')
}

/** Puts functions that load a module, and call it, in the place of that module. */
function whenNeeded({ module, from, functions }: Deferred): Plugin {
  const id = `${module.replace(/^node:/, '')}?deferred`
  return {
    name: `deferred ${from}`,
    resolveId: {
      order: 'pre',
      async handler(source, importer) {
        if (source === module) return id
        const found = await this.resolve(source, importer, { skipSelf: true })
        return found?.id === module ? id : found
      },
    },
    load: (asked) => (asked === id ? { code: deferredCode(from, functions), moduleType: 'js' } : null),
  }
}

function deferredCode(from: string, functions: readonly string[]): string {
  return [
    `import { createRequire } from 'node:module'`,
    `let loaded`,
    `const load = () => (loaded ??= createRequire(import.meta.url)('${from}'))`,
    ...functions.map((name) => `export function ${name}(...given) { return load().${name}(...given) }`),
  ].join('\n')
}

const configuration: RolldownOptions[] = defineConfig([
  bundle('src/cli/index.ts', 'dist/cli.js', [EXPRESSIONS, PARSER, PROCESSES, GITHUB]),
  bundle('src/action/index.ts', 'dist/action.js', [EXPRESSIONS, PARSER]),
  bundle('src/core/policy/expressions/cel.ts', 'dist/cel.cjs', []),
  bundle('src/core/policy/expressions/cel-parser.ts', 'dist/cel-parser.cjs', []),
  bundle('src/adapters/github/connect-commands.ts', 'dist/github.cjs', []),
])
export default configuration
