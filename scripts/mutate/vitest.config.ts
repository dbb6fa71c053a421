import { defineConfig, type ViteUserConfig } from 'vitest/config'

/** The tests of what is mutated, without those that repeat a thing many thousand times. */
const config: ViteUserConfig = defineConfig({
  test: {
    include: [
      'test/core/{approvals,break-glass,calendar,window}/**/*.test.ts',
      'test/core/decision/**/*.test.ts',
      'test/core/policy/requirements-of.test.ts',
      'test/gate/assess.test.ts',
    ],
    exclude: [
      'test/core/decision/any-files.test.ts',
      'test/core/decision/when-time-decides.test.ts',
      'test/**/year-of-*.test.ts',
    ],
  },
})
export default config
