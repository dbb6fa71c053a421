import { markdown } from '../core/report/untrusted.ts'

/** Harmless Markdown in which numbers of pull requests are links: a job summary does not notify those that it names. */
export function linking(text: string): string {
  return markdown(text).replaceAll('\\#\u200B', '\\#')
}
