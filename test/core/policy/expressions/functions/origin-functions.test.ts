import { describe, expect, it } from 'vitest'
import { ask } from '../../../../support/expressions.ts'

describe('versions', () => {
  it.each([
    ['1.2.3', 'version', '1.2'],
    ['v1.2.3', 'version', '1.2'],
    ['1.2.3-rc.1+build', 'version', '1.2'],
    ['web-1.2.3', 'version', 'web-1.2'],
    ['charts/web/v1.2.3', 'version', 'charts/web/1.2'],
    ['3f786850e387550fdab836ed7e6dc881de23001b', 'commit', '3f786850e387550fdab836ed7e6dc881de23001b'],
    ['1.2', 'range', '1.2'],
    ['1.2.x', 'range', '1.2'],
    ['~1.2.3', 'range', '1.2'],
    ['^1.2.3', 'range', '^1.2.3'],
    ['>=1.0.0 <2.0.0', 'range', '>=1.0.0 <2.0.0'],
    ['*', 'range', '*'],
    ['1', 'range', '1'],
    ['main', 'name', 'main'],
    ['HEAD', 'name', 'HEAD'],
    ['release-1.2', 'name', 'release-1.2'],
    ['x'.repeat(600), 'name', 'x'.repeat(600)],
    ['', 'none', ''],
  ])('%s', (text, kind, minor) => {
    expect(ask('version(text) == want', { text, want: { kind, minor } })).toBe(true)
  })

  it.each(['version(null).kind == "none"', 'version(1).kind == "range"', 'version(1.2).minor == "1.2"'])(
    '%s',
    (text) => {
      expect(ask(text)).toBe(true)
    },
  )

  it('are no lists', () => {
    expect(ask('version([]).kind == "none"')).toBe('version() takes a text, a number or null')
  })
})

describe('origins', () => {
  it.each([
    ['web.yaml', false, 'web.yaml', ''],
    ['./web/', false, 'web', ''],
    ['../../base', false, '../../base', ''],
    [
      'https://git.example.com/shop/deploy.git//prod?ref=v1.2.3',
      true,
      'git.example.com/shop/deploy//prod',
      'v1.2.3',
    ],
    ['git@git.example.com:shop/deploy.git', true, 'git.example.com/shop/deploy', ''],
    [
      'git::https://git.example.com/shop/deploy?timeout=9&ref=main',
      true,
      'git.example.com/shop/deploy',
      'main',
    ],
    ['github.com/shop/deploy', true, 'github.com/shop/deploy', ''],
    ['shop.example/deploy?ref=main', true, 'shop.example/deploy', 'main'],
    [
      'https://github.com/shop/web/releases/download/v1.2.3/install.yaml',
      true,
      'github.com/shop/web/releases/download/*/install.yaml',
      'v1.2.3',
    ],
    [
      'https://raw.githubusercontent.com/shop/web/refs/heads/main/install.yaml',
      true,
      'raw.githubusercontent.com/shop/web/refs/heads/*/install.yaml',
      'main',
    ],
    ['https://example.com/install.yaml', true, 'example.com/install.yaml', ''],
  ])('%s', (text, remote, place, ref) => {
    expect(ask('origin(text) == want', { text, want: { remote, place, ref } })).toBe(true)
  })
})
