import type { Element, ElementContent, Parents, Root, Text } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { sanitize } from 'hast-util-sanitize'
import { micromark } from 'micromark'
import { gfm, gfmHtml } from 'micromark-extension-gfm'

/** Markdown as HTML before anything is taken out of it: read as GFM, with every tag that stands in the text. */
export function uncleanTree(markdown: string): Root {
  const html = micromark(markdown, {
    allowDangerousHtml: true,
    allowDangerousProtocol: true,
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
  })
  return fromHtml(html, { fragment: true })
}

/**
 * Markdown as GitHub shows it in a comment of the repository acme/shop: what is not allowed is taken out, then people and issues are
 * linked. Left out: links to commits, emoji by name, formulas, and that a comment breaks its lines where the text does.
 */
export function githubTree(markdown: string): Root {
  // The schema that is there by default is GitHub's.
  const tree = sanitize(uncleanTree(markdown))
  const root: Root = tree.type === 'root' ? tree : { type: 'root', children: [] }
  linkReferences(root)
  return root
}

/** Every element below a node, in the order of the text. */
export function elementsOf(node: Parents): readonly Element[] {
  return node.children.flatMap((child) => (child.type === 'element' ? [child, ...elementsOf(child)] : []))
}

/** The elements of one name. */
export function elementsNamed(node: Parents, name: string): readonly Element[] {
  return elementsOf(node).filter(({ tagName }) => tagName === name)
}

/** What is read of a node. */
export function textIn(node: Parents): string {
  return node.children
    .map((child) => {
      if (child.type === 'text') return child.value
      return child.type === 'element' ? textIn(child) : ''
    })
    .join('')
}

/** Where GitHub looks for no names. */
const VERBATIM: ReadonlySet<string> = new Set(['a', 'code', 'pre'])

// GitHub looks for them in what is shown, so that no backslash before them helps.
const REFERENCE =
  /(?<![\w/`@])@(?<who>[a-z\d](?:-?[a-z\d])*(?:\/[\w.-]*\w)?)(?![\w`])|(?<![\w&/#])(?<issue>(?:[\w.-]+\/)?[\w.-]*#\d+|GH-\d+)(?!\w)/gi

function linkReferences(node: Parents): void {
  const children: (typeof node.children)[number][] = []
  for (const child of node.children) {
    if (child.type === 'text') children.push(...linked(child))
    else {
      if (child.type === 'element' && !VERBATIM.has(child.tagName)) linkReferences(child)
      children.push(child)
    }
  }
  node.children.splice(0, node.children.length, ...children)
}

function linked({ value }: Text): readonly ElementContent[] {
  const parts: ElementContent[] = []
  let end = 0
  for (const match of value.matchAll(REFERENCE)) {
    const [text] = match
    parts.push({ type: 'text', value: value.slice(end, match.index) }, reference(text, match.groups?.['who']))
    end = match.index + text.length
  }
  return [...parts, { type: 'text', value: value.slice(end) }]
}

function reference(text: string, who: string | undefined): Element {
  const [className, href] =
    who === undefined
      ? ['issue-link', `https://github.com/acme/shop/issues/${text.replace(/^\D+/, '')}`]
      : ['user-mention', `https://github.com/${who}`]
  return {
    type: 'element',
    tagName: 'a',
    properties: { className: [className], href },
    children: [{ type: 'text', value: text }],
  }
}
