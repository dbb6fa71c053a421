import { describe, expect, it } from 'vitest'

import { movedTemplates } from '../../../src/core/decision/moved-templates.ts'
import type { ChangedFile, FileVersion } from '../../../src/core/model/changed-file.ts'

const version = (text: string): FileVersion => ({
  kind: 'file',
  id: text,
  bytes: new TextEncoder().encode(text),
})
const gone = (path: string, text = 'a: {{ .a }}'): ChangedFile => ({ path, base: version(text), head: null })
const come = (path: string, text = 'a: {{ .a }}'): ChangedFile => ({ path, base: null, head: version(text) })
const chart = (from: string, to: string): readonly ChangedFile[] => [
  gone(`${from}/Chart.yaml`, 'name: shop'),
  come(`${to}/Chart.yaml`, 'name: shop'),
]

describe('templates that only moved', () => {
  it.each<readonly [string, readonly ChangedFile[], readonly string[]]>([
    [
      'within their chart',
      [gone('shop/templates/a.yaml'), come('shop/templates/web/a.yaml')],
      ['shop/templates/a.yaml', 'shop/templates/web/a.yaml'],
    ],
    [
      'at the root',
      [gone('templates/a.yaml'), come('templates/b.yaml')],
      ['templates/a.yaml', 'templates/b.yaml'],
    ],
    [
      'with their chart',
      [
        ...chart('old/shop', 'new/shop'),
        gone('old/shop/templates/a.yaml'),
        come('new/shop/templates/a.yaml'),
      ],
      ['old/shop/templates/a.yaml', 'new/shop/templates/a.yaml'],
    ],
    [
      'once for each that goes',
      [gone('shop/templates/a.yaml'), come('shop/templates/b.yaml'), come('shop/templates/c.yaml')],
      ['shop/templates/a.yaml', 'shop/templates/b.yaml'],
    ],
  ])('%s', (_, files, paths) => {
    expect([...movedTemplates(files)]).toEqual(paths)
  })

  it.each<readonly [string, readonly ChangedFile[]]>([
    ['changed as well', [gone('shop/templates/a.yaml'), come('shop/templates/b.yaml', 'b: {{ .b }}')]],
    ['became a part of others', [gone('shop/templates/a.yaml'), come('shop/templates/_a.yaml')]],
    ['went where Helm does not look', [gone('shop/templates/a.yaml'), come('shop/templates/.old/a.yaml')]],
    ['left the templates', [gone('shop/templates/a.yaml'), come('shop/old/a.yaml')]],
    [
      'define what others use',
      [
        gone('shop/templates/a.yaml', '{{- define "a" }}x{{ end }}'),
        come('shop/templates/b.yaml', '{{- define "a" }}x{{ end }}'),
      ],
    ],
    ['went to another chart', [gone('shop/templates/a.yaml'), come('web/templates/a.yaml')]],
    [
      'went with a chart that changed',
      [
        gone('old/Chart.yaml', 'name: shop'),
        come('new/Chart.yaml', 'name: web'),
        gone('old/templates/a.yaml'),
        come('new/templates/a.yaml'),
      ],
    ],
    [
      'went with a chart whose values are other ones',
      [
        ...chart('old', 'new'),
        gone('old/templates/a.yaml'),
        come('new/templates/a.yaml'),
        come('new/values.yaml', 'a: 1'),
      ],
    ],
    [
      'went into a chart that was there',
      [
        gone('old/templates/a.yaml'),
        come('new/templates/a.yaml'),
        { path: 'new/Chart.yaml', base: version('a'), head: version('b') },
      ],
    ],
    [
      'went under another name with their chart',
      [...chart('old', 'new'), gone('old/templates/a.yaml'), come('new/templates/b.yaml')],
    ],
    [
      'are not files',
      [{ path: 'shop/templates/a.yaml', base: { kind: 'symlink', id: '1', target: 'b' }, head: null }],
    ],
  ])('are none that %s', (_, files) => {
    expect([...movedTemplates(files)]).toEqual([])
  })
})
