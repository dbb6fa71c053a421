import { toHtml } from 'hast-util-to-html'
import { describe, expect, it } from 'vitest'

import { githubTree, uncleanTree } from '../../../scripts/render-report/github-tree.ts'

const ORG = 'https://github.com'

describe('Markdown as GitHub shows it', () => {
  it.each([
    { name: 'a person', text: 'ask @amy.', want: `ask <a class="user-mention" href="${ORG}/amy">@amy</a>.` },
    {
      name: 'a team',
      text: '@acme/net',
      want: `<a class="user-mention" href="${ORG}/acme/net">@acme/net</a>`,
    },
    {
      name: 'an issue, a backslash notwithstanding',
      text: String.raw`see \#12`,
      want: `see <a class="issue-link" href="${ORG}/acme/shop/issues/12">#12</a>`,
    },
    {
      name: 'an address without a scheme',
      text: 'www.evil.example',
      want: '<a href="http://www.evil.example">www.evil.example</a>',
    },
    { name: 'nobody in code', text: '`@amy #12`', want: '<code>@amy #12</code>' },
    { name: 'nobody in an address', text: 'x/@amy', want: 'x/@amy' },
    {
      name: 'nobody behind something of no width',
      text: '@\u200Bamy #\u200B12',
      want: '@\u200Bamy #\u200B12',
    },
  ])('calls and links $name', ({ text, want }) => {
    expect(toHtml(githubTree(text))).toBe(`<p>${want}</p>`)
  })

  it('has no script, no handler and no style', () => {
    const text = '<b onclick="x()" style="top:0">a</b><script>x()</script>'
    expect(toHtml(githubTree(text))).toBe('<p><b>a</b>&#x3C;script>x()&#x3C;/script></p>')
    expect(toHtml(uncleanTree(text))).toContain('onclick')
  })
})
