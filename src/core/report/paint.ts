import type { Severity } from '../model/severity.ts'

/** How the terminal shows text. */
export interface Style {
  readonly color: boolean
}

/** What a colour stands for. */
export type Paint = Severity | 'good' | 'bad' | 'bold' | 'dim'

const CODES: Readonly<Record<Paint, string>> = {
  low: '36',
  medium: '33',
  high: '31',
  critical: '1;31',
  good: '32',
  bad: '1;31',
  bold: '1',
  dim: '2',
}

/** The text in its colour, where colours are wanted. */
export function paint(color: Paint, text: string, { color: wanted }: Style): string {
  return wanted ? `\u001B[${CODES[color]}m${text}\u001B[0m` : text
}
