import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Stands for what varies in a message, on the page and for a hole of a template alike. */
const HOLE = '…'

/** A message without regard to white space around what varies, so that a page may space it as people read it. */
export function comparable(message: string): string {
  return message.replaceAll(/\s*…(?:\s*…)*\s*/g, HOLE).trim()
}

/** All texts that sources write between quotes, comparable. */
export function textsOf(paths: readonly string[]): readonly string[] {
  return paths.flatMap((path) => literalsOf(readFileSync(path, 'utf8'))).map(comparable)
}

/** Every source below a folder. */
export function sourcesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.d.ts'))
    .map((path) => join(folder, path))
}

/** The texts between quotes. What stands in a hole of a template is looked through as well. */
export function literalsOf(source: string): readonly string[] {
  const code = source.replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')
  const { flat, holes } = withoutHoles(code)
  const literals = [...flat.matchAll(LITERAL)].map(([literal]) =>
    literal.slice(1, -1).replaceAll(/\\(['"`])/g, '$1'),
  )
  return [...literals, ...holes.flatMap(literalsOf)]
}

const LITERAL = /'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`/g

function withoutHoles(code: string): { readonly flat: string; readonly holes: readonly string[] } {
  const holes: string[] = []
  let flat = ''
  let at = 0
  for (let begin = code.indexOf('${'); begin >= 0; begin = code.indexOf('${', at)) {
    const end = endOfHole(code, begin + 2)
    flat += code.slice(at, begin) + HOLE
    holes.push(code.slice(begin + 2, end))
    at = end + 1
  }
  return { flat: flat + code.slice(at), holes }
}

/** Where the brace is closed that was opened before `from`. */
function endOfHole(code: string, from: number): number {
  let open = 1
  let at = from
  for (; at < code.length; at += 1) {
    if (code[at] === '{') open += 1
    if (code[at] === '}') open -= 1
    if (open === 0) return at
  }
  return at
}
