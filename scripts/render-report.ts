import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

import { renderComment, renderSummary } from '../src/core/report/markdown-report.ts'
import { namedDecisions, ONE, THREE_HUNDRED } from '../test/support/reports.ts'
import { findChromium, openChromium, openScreen, type Screen, WIDTHS } from './render-report/chromium.ts'
import { githubTree } from './render-report/github-tree.ts'
import { page } from './render-report/page.ts'

const SCREENS: readonly (Screen & { readonly name: string })[] = [
  { name: 'narrow-light', width: WIDTHS.narrow, dark: false },
  { name: 'narrow-dark', width: WIDTHS.narrow, dark: true },
  { name: 'wide-light', width: WIDTHS.wide, dark: false },
  { name: 'wide-dark', width: WIDTHS.wide, dark: true },
]

/**
 * Writes what people see of decisions, comment and job summary, as pages in GitHub's style. Where there is a Chromium (CHROMIUM names
 * another than the usual ones) it also takes pictures of the smallest and the largest report, or of those that --only names: narrow and
 * wide, light and dark.
 * `node scripts/render-report.ts [--out .artefacts/report] [--only TEXT] [--open]`; --open shows what is folded.
 */
const { values: options } = parseArgs({
  options: {
    out: { type: 'string', default: '.artefacts/report' },
    only: { type: 'string' },
    open: { type: 'boolean', default: false },
  },
})
const { out, only, open } = options
mkdirSync(out, { recursive: true })

const pages = namedDecisions()
  .filter(({ name }) => only === undefined || name.includes(only))
  .flatMap(({ name, decision }) => {
    const isPictured = only !== undefined || name === ONE || name === THREE_HUNDRED
    return [
      { name: `${name}-comment`, text: renderComment(decision), isPictured },
      { name: `${name}-summary`, text: renderSummary(decision), isPictured },
    ]
  })
  .flatMap(({ text, ...rest }) => {
    return text === null ? [] : [{ ...rest, html: page(rest.name, githubTree(text)) }]
  })
for (const { name, html } of pages) writeFileSync(join(out, `${name}.html`), html)
process.stdout.write(`${String(pages.length)} pages are in ${out}.\n`)

const chromium = findChromium()
if (chromium === null) {
  process.stdout.write('No pictures: there is no Chromium here. CHROMIUM says where one is.\n')
} else {
  process.stdout.write(`${String(await takePictures(chromium))} pictures are beside them.\n`)
}

async function takePictures(executable: string): Promise<number> {
  const pictured = pages.filter(({ isPictured }) => isPictured)
  const browser = await openChromium(executable)
  try {
    const taken = await Promise.all(
      SCREENS.map(async ({ name: suffix, ...screen }) => {
        const shown = await openScreen(browser, screen)
        for (const { name, html } of pictured) {
          await shown.setContent(open ? html.replaceAll('<details>', '<details open>') : html)
          await shown.screenshot({ path: join(out, `${name}-${suffix}.png`), fullPage: true })
        }
        return pictured.length
      }),
    )
    return taken.reduce((sum, number) => sum + number, 0)
  } finally {
    await browser.close()
  }
}
