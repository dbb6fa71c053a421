import type { Severity } from '../model/severity.ts'

/** How the terminal shows text. */
export interface TextStyle {
  readonly color: boolean
}

/** What a colour stands for. */
export type Color = Severity | 'good' | 'bad' | 'hold' | 'bold' | 'dim' | 'plain'

const CODES: Readonly<Record<Color, string>> = {
  low: '36',
  medium: '33',
  high: '31',
  critical: '1;31',
  good: '32',
  bad: '1;31',
  hold: '1;33',
  bold: '1',
  dim: '2',
  plain: '0',
}

/** Text in the colour of what it says, where the terminal shows colours. */
export function paint(color: Color, text: string, style: TextStyle): string {
  return style.color ? `\u001B[${CODES[color]}m${text}\u001B[0m` : text
}
