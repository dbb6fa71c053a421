import { createRequire } from 'node:module'

import { defineConfig, type RolldownOptions } from 'rolldown'
import type licensePlugin from 'rollup-plugin-license'

/** The plugin's types promise a default export; it has none, so it is required. */
const license: typeof licensePlugin.default = createRequire(import.meta.url)('rollup-plugin-license')

/** One readable file for each way in, its licences beside it: what is committed can be reviewed and rebuilt byte for byte. */
function bundle(input: string, file: string): RolldownOptions {
  return {
    input,
    platform: 'node',
    output: { file, format: 'esm', sourcemap: false, minify: false, codeSplitting: false },
    plugins: [license({ thirdParty: { output: file.replace(/\.js$/, '.licenses.txt') } })],
  }
}

const configuration: RolldownOptions[] = defineConfig([
  bundle('src/cli/index.ts', 'dist/cli.js'),
  bundle('src/action/index.ts', 'dist/action.js'),
])
export default configuration
