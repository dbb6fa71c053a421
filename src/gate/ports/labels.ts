import type { Result } from '../../core/model/result.ts'
import type { Problem } from './problem.ts'

/** What begins every label that asks for a deploy window. */
export const WINDOW_LABEL_PREFIX = 'deploy-window/'

/** Labels on a pull request. */
export interface Labels {
  /** Takes a label off; a label that is gone already is no problem. */
  remove(pullRequest: number, label: string): Promise<Result<null, Problem>>
}

/** Whether a label asks for a deploy window. Labels compare without regard to case on GitHub. */
export function isWindowLabel(label: string): boolean {
  return label.toLowerCase().startsWith(WINDOW_LABEL_PREFIX)
}
