import { describe, expect, it } from 'vitest'

import { fitSections, type Section } from '../../../src/core/report/fit-sections.ts'

const HEAD: Section = { title: 'the verdict', text: '### Held' }
const list = (lines: number, folded = true): Section => ({
  title: `${String(lines)} fields`,
  lines: Array.from({ length: lines }, (_, index) => `- field ${String(index)}`),
  folded,
})
const END: Section = { title: 'Evidence', lines: ['- digest'], folded: true }

describe('sections', () => {
  it('stand whole, with blank lines between them, when there is room', () => {
    expect(fitSections([HEAD, null, list(2), list(0), { title: 'notes', text: '' }], 1000, 'x')).toBe(
      '### Held\n\n<details><summary>2 fields</summary>\n\n- field 0\n- field 1\n\n</details>\n',
    )
  })

  it('are not folded where they are all there is to say', () => {
    expect(fitSections([list(1, false)], 1000, 'x')).toBe('- field 0\n')
  })

  it('count what is more than a hundred lines', () => {
    const text = fitSections([list(150)], 10_000, 'x')
    expect(text).toContain('- field 99\n- and 50 more\n\n</details>\n')
  })

  it('are cut after a line, with a count, and what comes after is named', () => {
    const text = fitSections([HEAD, list(80), list(30), END], 300, 'See the summary.')
    expect(text).toMatch(/^### Held\n\n<details><summary>80 fields<\/summary>\n\n- field 0\n/)
    const shown = text.match(/^- field \d+$/gm)?.length ?? 0
    expect(shown).toBeGreaterThan(3)
    expect(text).toContain(`- and ${String(80 - shown)} more\n\n</details>\n\n`)
    expect(text.endsWith('Left out here for want of room: 30 fields and Evidence. See the summary.\n')).toBe(
      true,
    )
  })

  it('never are longer than the limit, and always say what is missing', () => {
    const sections = [HEAD, list(80), { title: 'notes', text: 'x'.repeat(200) }, list(120), END]
    for (let limit = 120; limit < 4000; limit += 1) {
      const text = fitSections(sections, limit, 'See the summary.')
      expect(text.length).toBeLessThanOrEqual(limit)
      const opened = text.split('<details>').length - 1
      expect(text.split('</details>').length - 1).toBe(opened)
      if (!text.includes('Evidence</summary>')) expect(text).toContain('Left out here')
    }
  })
})
