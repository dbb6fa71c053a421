import type { Annotation } from '../core/report/annotations.ts'

/** What a job's step can say to the runner. */
export interface Runner {
  /** Keeps a value out of every log. */
  secret(value: string): void
  info(text: string): void
  warning(text: string): void
  /** Says why the step fails; it goes on until it returns. */
  fail(text: string): void
  output(name: string, value: string): void
  /**
   * Marks a place in a file. The runner shows it on the run's page. A run of `pull_request_target` belongs to the default branch, so
   * it does not stand beside the lines of the pull request; that would take a check run of an app.
   */
  annotate(annotation: Annotation): void
  /** Adds Markdown to the job summary. Never fails: a summary changes no verdict. */
  summary(markdown: string): Promise<void>
}

/** The runner as `@actions/core` speaks to it. That package costs most of a start, so it is loaded here and only here. */
export async function actionsRunner(): Promise<Runner> {
  const core = await import('@actions/core')
  return {
    secret: (value) => {
      if (value !== '') core.setSecret(value)
    },
    info: (text) => {
      core.info(harmless(text))
    },
    warning: (text) => {
      core.warning(text)
    },
    fail: (text) => {
      core.setFailed(text)
    },
    output: (name, value) => {
      core.setOutput(name, value)
    },
    annotate: ({ level, file, line, title, message }) => {
      core[level](message, {
        title,
        ...(file === null ? {} : { file }),
        ...(file === null || line === null ? {} : { startLine: line }),
      })
    },
    summary: async (markdown) => {
      try {
        await core.summary.addRaw(markdown, true).write()
      } catch (error) {
        core.warning(`The job summary could not be written: ${String(error)}`)
      }
    },
  }
}

/** Text that the runner prints and never obeys: a line that begins with `::`, or holds `##[`, would be a workflow command. */
export function harmless(text: string): string {
  return text
    .replaceAll('\r', '')
    .replaceAll('##[', '## [')
    .replaceAll(/^(\s*)::/gm, '$1: :')
}
