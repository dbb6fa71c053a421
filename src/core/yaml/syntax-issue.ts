import { YAMLException } from 'js-yaml'
import type { Issue } from '../model/issue.ts'
import type { DocumentSource } from './document-source.ts'
import type { YamlLimits } from './yaml-limits.ts'

/**
 * The issue for a text that the parser cannot read. The parser's own reason is never shown, since it may quote the
 * text; anything but the parser's exception is a bug and thrown on.
 */
export function syntaxIssue(error: unknown, source: DocumentSource, limits: YamlLimits): Issue {
  if (!(error instanceof YAMLException)) throw error
  const offset = Math.min(error.mark?.position ?? 0, source.text.length)
  if (error.reason.startsWith('nesting exceeded')) {
    const text = `More than ${String(limits.maxDepth)} levels are nested here. Write it flatter.`
    return source.issue('yaml.too-deep', offset, text)
  }
  const unquoted = unquotedValue(source.text, offset)
  if (unquoted !== null) return source.issue('yaml.syntax', unquoted.offset, unquoted.text)
  const sentence = SENTENCES.find(([start]) => error.reason.startsWith(start))?.[1]
  return source.issue('yaml.syntax', offset, sentence ?? 'This is not valid YAML.')
}

/**
 * A value that needs quotes and has none: the parser stumbles over what follows, and says something else. Only signs are quoted,
 * never the value.
 */
function unquotedValue(
  text: string,
  offset: number,
): { readonly offset: number; readonly text: string } | null {
  const begin = text.lastIndexOf('\n', offset - 1) + 1
  const line = /^[^\r\n]*/.exec(text.slice(begin))?.[0] ?? ''
  const sign = text[offset]
  if (sign === '@' || sign === '`')
    return { offset, text: `A value does not begin with ${sign} unless it is quoted. Quote it.` }
  const starred = /^\s*(?:-\s+)*(?:[\w.-]+:\s+|(?<=-\s+))(?=\*)/.exec(line)
  if (starred && /^\*(?:\S+\s|\s)/.test(line.slice(starred[0].length))) {
    const said = 'A value does not begin with * unless it is quoted: YAML takes it for an alias. Quote it.'
    return { offset: begin + starred[0].length, text: said }
  }
  const isColon = sign === ':' && /^:(?:\s|$)/.test(line.slice(offset - begin))
  if (isColon && /^\s*(?:-\s+)*[\w.-]+:\s+[^\s'"[{|>&*!#]/.test(line))
    return { offset, text: 'A second colon stands in this value, which is not quoted. Quote the value.' }
  return null
}

const SENTENCES: readonly (readonly [string, string])[] = [
  ['tab characters', 'A tab indents this line; YAML indents with spaces only. Replace the tab by spaces.'],
  ['bad indentation of a mapping', 'This line is not indented like the keys around it. Align it with them.'],
  ['bad indentation of a sequence', 'This line is not indented like the list around it. Align it.'],
  [
    'deficient indentation',
    'A bracket or a quote that opens above is not closed before this line. Close it, or indent this line deeper than its key.',
  ],
  ["expected ':'", 'A colon is missing after the key on this line. Write "key: value".'],
  ['can not read a block mapping', 'A key must stand on one line, with its colon. Put it on one line.'],
  ['a whitespace character', 'A blank is missing after the colon of this key. Write "key: value".'],
  ['missed comma', 'A comma is missing between two entries in brackets here. Add it.'],
  [
    'expected the node content',
    'An entry is missing before this comma. Remove the comma, or write the entry.',
  ],
  ['unexpected end of the stream within a flow', 'A bracket is opened but never closed. Close it.'],
  ['unexpected end of the stream within a', 'A quote is opened but never closed. Close it.'],
  ['unexpected end of the document', 'A line --- stands inside quotes and ends the document. Indent it.'],
  ['unknown escape', 'Double quotes hold an escape that YAML does not know. Write \\\\ for a backslash.'],
  ['expected hexadecimal', 'An escape in double quotes needs hexadecimal digits here. Write them.'],
  [
    'end of the stream or',
    'The document has ended, but text follows. Align it, or separate it with a line ---.',
  ],
  ['a line break is expected', 'Text follows the sign of a block text (| or >). Put it on the next line.'],
  ['repeat of', 'The sign of a block text (| or >) has two marks of the same kind. Keep one.'],
  ['bad explicit indentation', 'The indentation of a block text must be 1 to 9. Correct the digit.'],
  ['alias node', 'An alias has an anchor or a tag. Remove it.'],
  ['name of an a', 'An anchor or alias has no name. Write one, or quote the text.'],
  ['duplication of', 'One value has two anchors or two tags. Keep one.'],
]
