/** Text for a cell of a table. */
export function cell(text: string): string {
  return text
    .replaceAll('|', String.raw`\|`)
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/(?<!\\|`)([*_<])(?=\S)/g, String.raw`\$1`)
}

/** A name as code. */
export function code(text: string): string {
  return `\`${text.replaceAll('|', String.raw`\|`)}\``
}
