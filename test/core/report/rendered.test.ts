import type { Element, Root } from 'hast'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { findChromium, openChromium, openScreen, WIDTHS } from '../../../scripts/render-report/chromium.ts'
import {
  elementsNamed,
  elementsOf,
  githubTree,
  textIn,
  uncleanTree,
} from '../../../scripts/render-report/github-tree.ts'
import { page } from '../../../scripts/render-report/page.ts'
import type { Decision } from '../../../src/core/decision/decision.ts'
import { renderComment, renderSummary } from '../../../src/core/report/markdown-report.ts'
import { reportRows } from '../../../src/core/report/report-rows.ts'
import { plain, shortenWords } from '../../../src/core/report/untrusted.ts'
import { aDecision, aFinding } from '../../support/decision.ts'
import { HOSTILE_NAMES } from '../../support/hostile-names.ts'
import { hostileDecisions, KNOWN_PEOPLE, namedDecisions, ONE, THREE_HUNDRED } from '../../support/reports.ts'

const decisions = [
  ...namedDecisions(),
  ...hostileDecisions(),
  { name: 'more-than-fits', decision: tooLarge() },
]
const reports = decisions.flatMap(({ name, decision }) => {
  const [comment, summary] = [renderComment(decision), renderSummary(decision)]
  if (comment === summary) return [{ name: `${name}, both`, decision, text: summary }]
  const report = { name: `${name}, summary`, decision, text: summary }
  return comment === null ? [report] : [{ name: `${name}, comment`, decision, text: comment }, report]
})

/** What a report is made of, and what of an element may be set. */
const MADE_OF: ReadonlySet<string> = new Set(
  'h3 p strong a code table thead tbody tr th td ul li details summary'.split(' '),
)

describe.each(reports)('$name', ({ decision, text }) => {
  const tree = githubTree(text)

  it('has no element, attribute or remark that a name put there', () => {
    const unclean = uncleanTree(text)
    const elements = elementsOf(unclean)
    expect(elements.filter(({ tagName }) => !MADE_OF.has(tagName))).toEqual([])
    const attributes = elements.flatMap(({ tagName, properties }) =>
      Object.keys(properties).map((name) => `${tagName} ${name}`),
    )
    expect(attributes.filter((attribute) => attribute !== 'a href')).toEqual([])
    expect(JSON.stringify(unclean)).not.toContain('"type":"comment"')
  })

  it('links what rules refer to, people who are asked and pull requests that are named, nothing else', () => {
    const references = new Set(decision.findings.flatMap((finding) => finding.references))
    const named = new Set(namedPullRequests(decision))
    const foreign = elementsNamed(tree, 'a').filter((link) => {
      const said = textIn(link)
      if (isOfClass(link, 'user-mention')) return !KNOWN_PEOPLE.test(said)
      return isOfClass(link, 'issue-link')
        ? !named.has(said)
        : said !== link.properties['href'] || !references.has(said)
    })
    expect(foreign.map(textIn)).toEqual([])
  })

  it('has whole tables: in every row as many cells as in the head, and none empty', () => {
    // A renderer fills rows up and cuts them off, so that a cell of our own at the end shows where a row ended.
    const marked = text.replaceAll(
      /^\|.*$/gm,
      (line) => `${line}${/^\|[-|]+$/.test(line) ? '---' : ' END '}|`,
    )
    for (const row of elementsNamed(githubTree(marked), 'tr')) {
      const cells = elementsOf(row).filter(({ tagName }) => tagName === 'td' || tagName === 'th')
      expect(cells.at(-1) && textIn(cells.at(-1) ?? row)).toBe('END')
      expect(cells.map(textIn)).not.toContain('')
    }
    expect(elementsNamed(tree, 'tr')).toHaveLength(text.match(/^\|(?!-)/gm)?.length ?? 0)
  })

  it('shows every name of its first table as it is', () => {
    const rows = elementsNamed(tree, 'table').find(isOfChanges)
    const shown = rows ? elementsNamed(rows, 'tr').slice(1).map(changeIn) : []
    const meant = reportRows(decision)
      .slice(0, shown.length)
      .map(({ verbs, object }) => spaced(`${verbs} ${shortenWords(plain(object), 60)} `))
    expect(shown.map((said, at) => said.slice(0, meant[at]?.length))).toEqual(meant)
  })

  it('shows what each rule says as it says it', () => {
    const said = spaced(textIn(tree).replaceAll('\u200B', ''))
    const rules = Map.groupBy(decision.findings, ({ rule }) => rule)
    const firsts = [...rules.values()].map(([first]) => spaced(plain(first?.message ?? '')))
    // What is left out of a long report is told, and cannot be looked for.
    const lost = text.includes('More is left out') ? [] : firsts.filter((message) => !said.includes(message))
    expect(lost).toEqual([])
  })

  it('has no word in a table that makes a column wider than a page', () => {
    const words = elementsNamed(tree, 'table').flatMap((table) => wordsOf(table))
    expect(words.filter((word) => Array.from(word).length > 70)).toEqual([])
  })

  it('begins with its only heading, and folds what is long, closed and not into each other', () => {
    const headings = elementsOf(tree).filter(({ tagName }) => /^h\d$/.test(tagName))
    expect(headings).toEqual([tree.children[0]])
    for (const fold of elementsNamed(tree, 'details')) {
      expect(fold.children[0]).toMatchObject({ tagName: 'summary' })
      expect(elementsNamed(fold, 'details')).toEqual([])
      expect(tree.children).toContain(fold)
    }
  })

  it('reads the same where a line break counts, as in a comment', () => {
    const lines = ['p', 'td', 'th', 'h3', 'summary'].flatMap((name) => elementsNamed(tree, name).map(textIn))
    expect(lines.filter((line) => line.includes('\n'))).toEqual([])
  })
})

describe('the largest reports', () => {
  it.each([THREE_HUNDRED, 'more-than-fits'])('keep to what GitHub takes: %s', (name) => {
    const large = reports.filter((report) => report.name.startsWith(name))
    expect(large.length).toBeGreaterThan(0)
    for (const { name: where, text } of large)
      expect(Buffer.byteLength(text), where).toBeLessThan(where.endsWith('summary') ? 1024 * 1024 : 65_536)
  })

  it('say in a comment what is left out there', () => {
    expect(reports.find(({ name }) => name === 'more-than-fits, comment')?.text).toMatch(/^- and \d+ more$/m)
  })

  it('have every hostile name in them, or the tests above show nothing', () => {
    const { decision } = decisions.find(({ name }) => name === THREE_HUNDRED) ?? { decision: aDecision() }
    expect(decision.findings.length).toBeGreaterThan(300)
    const said = new Set(decision.changes.changes.map(({ ref }) => ref.name.replace(/\d{3}$/, '')))
    expect(HOSTILE_NAMES.filter((name) => !said.has(name))).toEqual([])
  })
})

const executable = findChromium()
if (executable === null)
  console.warn(
    `There is no Chromium here: ${String(reports.length)} pages are not measured. CHROMIUM names one.`,
  )

describe.skipIf(executable === null)('on a phone', () => {
  let browser: Browser | undefined
  let phone: Page | undefined
  beforeAll(async () => {
    browser = await openChromium(executable ?? '')
    phone = await openScreen(browser, { width: WIDTHS.narrow, dark: false })
  })
  afterAll(async () => browser?.close())

  it.each(reports)('$name: the page is as wide as the screen, folded and open', async ({ name, text }) => {
    const { folded, open } = await measured(name, text)
    expect([folded, open]).toEqual([WIDTHS.narrow, WIDTHS.narrow])
  })

  it.each(reports.filter(({ name }) => name.startsWith(ONE) || name.startsWith('37-')))(
    '$name: no table has to be moved to be read',
    async ({ name, text }) => {
      const { tables } = await measured(name, text)
      expect(tables).toHaveLength(2)
      for (const { needs, has } of tables) expect(needs).toBeLessThanOrEqual(has)
    },
  )

  async function measured(name: string, text: string): Promise<Widths> {
    if (!phone) throw new Error('the browser is not there')
    await phone.setContent(page(name, githubTree(text)))
    return phone.evaluate<Widths>(MEASURE)
  }
})

/** In pixels. */
interface Widths {
  /** The page with what is folded hidden, and shown. */
  readonly folded: number
  readonly open: number
  readonly tables: readonly { readonly needs: number; readonly has: number }[]
}

const MEASURE = `(() => {
  const width = () => document.documentElement.scrollWidth
  const folded = width()
  const tables = [...document.querySelectorAll('table')].map((table) => ({ needs: table.scrollWidth, has: table.clientWidth }))
  for (const fold of document.querySelectorAll('details')) fold.open = true
  return { folded, open: width(), tables }
})()`

/** More findings and mistakes than a comment has room for, each with a long text. */
function tooLarge(): Decision {
  const findings = Array.from({ length: 5000 }, (_, index) => {
    const path = `prod/${String(index)}.yaml`
    const rule = `acme.rule-${String(index)}`
    const message = `${'x'.repeat(400)} | <b>`
    return aFinding({ rule, path, subject: { kind: 'file', path }, object: null, message })
  })
  const issues = Array.from({ length: 200 }, (_, index) => ({
    code: 'yaml.json' as const,
    severity: 'high' as const,
    path: `prod/${String(index)}.yaml`,
    line: 1,
    column: 1,
    text: 'y'.repeat(500),
  }))
  return aDecision({ findings, issues })
}

/** The pull requests that a decision names: those whose review after the fact is owed. */
function namedPullRequests({ breakGlass }: Decision): readonly string[] {
  const reason = breakGlass?.reason
  return reason?.code === 'glass-debt-overdue'
    ? reason.debts.map(({ pullRequest }) => `#${String(pullRequest)}`)
    : []
}

function isOfClass({ properties }: Element, name: string): boolean {
  return Array.isArray(properties['className']) && properties['className'].includes(name)
}

function isOfChanges(table: Element): boolean {
  return textIn(elementsNamed(table, 'th')[0] ?? table) === 'risk'
}

/** The second cell of a row: what would change. */
function changeIn(row: Element): string {
  const cell = elementsNamed(row, 'td')[1]
  return spaced(cell ? textIn(cell).replaceAll('\u200B', '') : '')
}

/** With single spaces, as a page shows them. */
function spaced(text: string): string {
  return text.replaceAll(/\s+/g, ' ')
}

function wordsOf(node: Root | Element): readonly string[] {
  return textIn(node).split(/\s+/)
}
