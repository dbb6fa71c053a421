import type { Annotation } from '../../src/core/report/annotations.ts'
import type { Runner } from '../../src/action/runner.ts'

/** A runner that keeps what it is told. */
export interface FakeRunner extends Runner {
  readonly outputs: Record<string, string>
  readonly secrets: string[]
  readonly failures: string[]
  readonly log: string[]
  readonly summaries: string[]
  readonly annotations: Annotation[]
}

export function fakeRunner(): FakeRunner {
  const runner: FakeRunner = {
    outputs: {},
    secrets: [],
    failures: [],
    log: [],
    summaries: [],
    annotations: [],
    secret: (value) => runner.secrets.push(value),
    info: (text) => runner.log.push(text),
    warning: (text) => runner.log.push(text),
    fail: (text) => runner.failures.push(text),
    output: (name, value) => {
      runner.outputs[name] = value
    },
    annotate: (annotation) => runner.annotations.push(annotation),
    summary: (markdown) => {
      runner.summaries.push(markdown)
      return Promise.resolve()
    },
  }
  return runner
}
