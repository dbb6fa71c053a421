import { readFileSync } from 'node:fs'

import { describe, expect, it } from 'vitest'
import { comparable, literalsOf, sourcesBelow, textsOf } from '../support/source-texts.ts'

/** The page that explains every message, and another one that quotes some. */
const [PAGE, OTHER] = ['docs/troubleshooting.md', 'docs/on-github.md']

/** What the code puts before a sentence that it composes: the page shows both as one. */
const BEGINNINGS = [
  '',
  'Waiting: ',
  'Cannot …: ',
  'Cannot ',
  'Cannot decide: ',
  'Glass not broken: ',
  'Not everything could be read: ',
]

/** Where the sentences at the edge of the gate are made: whoever writes a new one there tells on the page what it means. */
const EDGE = [
  'src/action/event.ts',
  'src/action/index.ts',
  'src/action/inputs.ts',
  'src/action/main.ts',
  'src/action/surroundings.ts',
  'src/adapters/github/client.ts',
  'src/adapters/github/github.ts',
  'src/adapters/github/list-open.ts',
  'src/adapters/github/problem-of.ts',
  'src/adapters/github/read-heads.ts',
  'src/adapters/github/shared-policies.ts',
  'src/gate/facts/find-initiators.ts',
  'src/gate/facts/glass-facts.ts',
  'src/gate/queue/group-status.ts',
  'src/gate/publish/heartbeat.ts',
  'src/gate/publish/mark-test-merge.ts',
  'src/gate/queue/queue-group.ts',
  'src/gate/publish/record-debts.ts',
  'src/gate/publish/request-reviews.ts',
  'src/gate/run-gate.ts',
  'src/gate/queue/run-group.ts',
  'src/gate/run-sweep.ts',
  'src/gate/publish/status-for.ts',
]

/** Frames around a sentence that the page quotes by itself. */
const FRAMES: readonly string[] = [
  'Cannot…:…. Nothing of it is used.',
  'Cannot…:…. Name a commit that was merged there.',
  '…; queue it again in a longer window',
]

const quoted = quotedOn(readFileSync(PAGE, 'utf8'))
const said = textsOf(sourcesBelow('src'))

describe('the page of messages', () => {
  it('quotes each message as the code begins it', () => {
    const others = quotedOn(readFileSync(OTHER, 'utf8'))
    expect([quoted.length > 100, others.length > 5]).toEqual([true, true])
    expect([...quoted, ...others].filter((message) => !isSaid(message))).toEqual([])
  })

  it('tells of every sentence that is made at the edge of the gate', () => {
    const sentences = textsOf(EDGE).filter((text) => isSentence(text) && !FRAMES.includes(text))
    expect(sentences.length).toBeGreaterThan(40)
    expect(sentences.filter((sentence) => !isTold(sentence))).toEqual([])
  })
})

describe('what the comparison takes for the same', () => {
  it.each(['The label … is gone', 'Cannot …: the token needs the permission …'])('is %s', (message) => {
    expect(isSaid(message)).toBe(true)
  })

  it.each([
    'Waiting: the moon is full',
    'Cannot …: the token wants the permission …',
    'label … is gone already.',
  ])('is not %s', (message) => {
    expect(isSaid(message)).toBe(false)
  })

  it('reads texts of every kind of quotes, what varies in them, and what stands inside of that', () => {
    const source = [
      "// 'not this'",
      "const a = 'it\\'s one'",
      'const b = `Cannot ${what(`the ${word} of`)}: ${why}` + "two"',
    ].join('\n')
    expect(literalsOf(source)).toEqual(["it's one", 'Cannot …: …', 'two', 'the … of'])
  })
})

/** The messages in the columns of tables that are headed `it says`. */
function quotedOn(page: string): readonly string[] {
  const tables = page.matchAll(/^\|(.*)\|\n\|[-|]+\n((?:\|.*\n)*)/gm)
  return [...tables].flatMap(([, head = '', body = '']) => {
    const column = cellsOf(head).indexOf('it says')
    const cells = body.split('\n').map((row) => (column < 0 ? '' : (cellsOf(row.slice(1))[column] ?? '')))
    return cells.flatMap((cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, message = '']) => message))
  })
}

function cellsOf(row: string): readonly string[] {
  return row.split('|').map((cell) => cell.trim())
}

function isSaid(message: string): boolean {
  return withoutBeginning(message).some((part) => said.some((text) => text.startsWith(part)))
}

/** A sentence is told of where the page quotes its beginning. */
function isTold(sentence: string): boolean {
  return quoted.some((message) =>
    withoutBeginning(message).some((part) => part.length > 8 && sentence.startsWith(part)),
  )
}

/** A message as it stands, and without what the code may have put before it; what varies at the end may be anything. */
function withoutBeginning(message: string): readonly string[] {
  return BEGINNINGS.filter((beginning) => message.startsWith(beginning))
    .map((beginning) => comparable(message.slice(beginning.length)).replace(/…$/, ''))
    .filter((part) => part !== '')
}

/** Words for people: what begins in capitals or with what varies, and has five words or more. */
function isSentence(text: string): boolean {
  return (
    /^(?:[A-Z"]|#?…)/.test(text) &&
    text.split(/[\s…]+/).filter((word) => /^[a-z]{2,}/i.test(word)).length >= 5
  )
}
