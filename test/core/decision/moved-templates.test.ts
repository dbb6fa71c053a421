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
    [
      'each to a place of its own',
      [
        gone('shop/templates/a.yaml'),
        gone('shop/templates/b.yaml'),
        come('shop/templates/c.yaml'),
        come('shop/templates/d.yaml'),
      ],
      ['shop/templates/a.yaml', 'shop/templates/c.yaml', 'shop/templates/b.yaml', 'shop/templates/d.yaml'],
    ],
    [
      'as far as there are places',
      [gone('shop/templates/a.yaml'), gone('shop/templates/b.yaml'), come('shop/templates/c.yaml')],
      ['shop/templates/a.yaml', 'shop/templates/c.yaml'],
    ],
    [
      'into a folder of templates that has the name of templates',
      [gone('shop/templates/a.yaml'), come('shop/templates/templates/a.yaml')],
      ['shop/templates/a.yaml', 'shop/templates/templates/a.yaml'],
    ],
    [
      'as a part of others',
      [gone('shop/templates/_a.tpl'), come('shop/templates/web/_b.tpl')],
      ['shop/templates/_a.tpl', 'shop/templates/web/_b.tpl'],
    ],
    [
      'though they use what is defined',
      [
        gone('shop/templates/a.yaml', '{{ include "defined" . }} {{ defined }} define'),
        come('shop/templates/b.yaml', '{{ include "defined" . }} {{ defined }} define'),
      ],
      ['shop/templates/a.yaml', 'shop/templates/b.yaml'],
    ],
    [
      'two of them with their chart',
      [
        ...chart('old', 'new'),
        gone('old/templates/a.yaml'),
        gone('old/templates/b.yaml', 'b: 1'),
        come('new/templates/a.yaml'),
        come('new/templates/b.yaml', 'b: 1'),
      ],
      ['old/templates/a.yaml', 'new/templates/a.yaml', 'old/templates/b.yaml', 'new/templates/b.yaml'],
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
    ...['{{ define "a" }}', '{{define "a"}}', '{{-define "a"}}', '{{-  define "a" }}'].map(
      (text): readonly [string, readonly ChangedFile[]] => [
        `say ${text}`,
        [gone('shop/templates/a.yaml', text), come('shop/templates/b.yaml', text)],
      ],
    ),
    ['stopped to be a part of others', [gone('shop/templates/_a.yaml'), come('shop/templates/a.yaml')]],
    ['came from where Helm does not look', [gone('shop/templates/.a.yaml'), come('shop/templates/a.yaml')]],
    [
      'only have a folder whose name ends like theirs',
      [gone('my-templates/a.yaml'), come('my-templates/b.yaml')],
    ],
    ['are the folder itself', [gone('shop/templates'), come('shop/templates/a.yaml')]],
    ['are gone', [gone('shop/templates/a.yaml')]],
    ['have come', [come('shop/templates/a.yaml')]],
    [
      'are copied: what was there is still there',
      [
        {
          path: 'shop/templates/a.yaml',
          base: version('a: {{ .a }}'),
          head: version('b: {{ .b }}'),
        },
        come('shop/templates/b.yaml'),
      ],
    ],
    [
      'went where something was',
      [
        gone('shop/templates/a.yaml'),
        { path: 'shop/templates/b.yaml', base: version('b: 1'), head: version('a: {{ .a }}') },
      ],
    ],
    ['went with a folder that is no chart', [gone('old/templates/a.yaml'), come('new/templates/a.yaml')]],
    [
      'went with a chart into itself',
      [...chart('shop', 'shop/web'), gone('shop/templates/a.yaml'), come('shop/web/templates/a.yaml')],
    ],
    [
      'went with a chart out of itself',
      [...chart('shop/web', 'shop'), gone('shop/web/templates/a.yaml'), come('shop/templates/a.yaml')],
    ],
    [
      'went with a chart to the root',
      [
        gone('old/Chart.yaml', 'name: shop'),
        come('Chart.yaml', 'name: shop'),
        gone('old/templates/a.yaml'),
        come('templates/a.yaml'),
      ],
    ],
    [
      'went with a chart that left something behind',
      [
        ...chart('old', 'new'),
        gone('old/templates/a.yaml'),
        come('new/templates/a.yaml'),
        gone('old/values.yaml', 'a: 1'),
      ],
    ],
    [
      'went with a chart whose rest was changed on the way',
      [
        ...chart('old', 'new'),
        gone('old/templates/a.yaml'),
        come('new/templates/a.yaml'),
        gone('old/values.yaml', 'a: 1'),
        come('new/values.yaml', 'a: 2'),
      ],
    ],
    [
      'went with a chart of which something stayed',
      [
        ...chart('old', 'new'),
        gone('old/templates/a.yaml'),
        come('new/templates/a.yaml'),
        { path: 'old/values.yaml', base: version('a: 1'), head: version('a: 2') },
        come('new/values.yaml', 'a: 1'),
      ],
    ],
    [
      'went with a chart to where something else was',
      [
        ...chart('old', 'new'),
        gone('old/templates/a.yaml'),
        come('new/templates/a.yaml'),
        gone('old/values.yaml', 'a: 1'),
        { path: 'new/values.yaml', base: version('b: 1'), head: version('a: 1') },
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
