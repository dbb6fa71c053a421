import type { Severity } from '../model/severity.ts'

/** How the terminal shows text. */
export interface TextStyle {
  readonly color: boolean
}

/** What a colour stands for. */
export type Color = Severity | 'met' | 'bold' | 'plain' | 'hold'

const CODES: Readonly<Record<Color, string>> = {
  low: '36',
  medium: '33',
  high: '31',
  critical: '1;31',
  met: '32',
  bold: '1',
  plain: '0',
  hold: '1;33',
}

/** Text in the colour of what it says, where the terminal shows colours. */
export function paint(color: Color, text: string, style: TextStyle): string {
  return style.color ? `\u001B[${CODES[color]}m${text}\u001B[0m` : text
}
