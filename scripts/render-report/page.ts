import { readFileSync } from 'node:fs'

import type { Root } from 'hast'
import { toHtml } from 'hast-util-to-html'

const STYLE = new URL('../../node_modules/github-markdown-css/github-markdown.css', import.meta.url)

/** The room that a comment has on GitHub, on a phone and on a desk. */
const FRAME = `
body { margin: 0; padding: 16px; background: #fff }
.markdown-body { box-sizing: border-box; max-width: 980px; margin: 0 auto; padding: 16px; border: 1px solid #d1d9e0; border-radius: 6px; font-size: 14px }
.user-mention { font-weight: 600; color: inherit }
@media (prefers-color-scheme: dark) { body { background: #0d1117 } .markdown-body { border-color: #3d444d } }`

/** A page of its own that shows a tree in GitHub's style. It loads nothing and runs nothing. */
export function page(title: string, tree: Root): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title}</title>
<style>${readFileSync(STYLE, 'utf8')}${FRAME}</style>
</head>
<body>
<article class="markdown-body">
${toHtml(tree)}
</article>
</body>
</html>
`
}
