import { resolve } from 'node:path'
import { defineConfig, type ViteUserConfig } from 'vitest/config'
import { FAULTS } from './faults.ts'

const fault = FAULTS[Number(process.env['DRAWBRIDGE_FAULT'])]

/** The lives of pull requests, with one mistake in the program. */
const config: ViteUserConfig = defineConfig({
  plugins: [
    {
      name: 'seeded fault',
      enforce: 'pre',
      transform(code, id) {
        if (!fault || id !== resolve(fault.file)) return null
        return code.replace(fault.find, () => fault.replace)
      },
    },
  ],
  test: { include: ['test/lives/*.test.ts'], testTimeout: 600_000 },
})
export default config
