import { expect, it } from 'vitest'

import { parseChangePath, type PathStep } from '../../../../src/core/policy/patterns/parse-change-path.ts'

function write(step: PathStep): string {
  switch (step.kind) {
    case 'key':
      return `.${step.key}`
    case 'prefix':
      return `^${step.prefix}`
    case 'each':
      return '[]'
    case 'macro':
      return step.name
    case 'deep':
      return '**'
    default:
      return step satisfies never
  }
}

it.each([
  ['spec.replicas', '.spec .replicas'],
  ['spec.rules[].http.paths[].path', '.spec .rules [] .http .paths [] .path'],
  [
    "metadata.annotations['nginx.ingress.kubernetes.io/auth-url']",
    '.metadata .annotations .nginx.ingress.kubernetes.io/auth-url',
  ],
  ['metadata.labels["a.b/*"]', '.metadata .labels ^a.b/'],
  ["data['a\\*']", '.data .a*'],
  ['data.*', '.data ^'],
  ['$containers.image', '$containers .image'],
  ['$containers[].image', '$containers .image'],
  ['$pod.volumes[]', '$pod .volumes []'],
  ["['a b'].c", '.a b .c'],
  ['spec.**', '.spec **'],
  ['spec.versions[].**.required[]', '.spec .versions [] ** .required []'],
  ['**.image', '** .image'],
])('%s', (text, want) => {
  const path = parseChangePath(text)
  expect(path.ok && path.value.steps.map(write).join(' ')).toBe(want)
})

it.each([
  '',
  '.',
  'spec.',
  'spec..a',
  '[]',
  '[].a',
  'a[',
  'a[0]',
  "a['b]",
  '$nope',
  'a.$pod',
  'a b',
  'a.**b',
  'a**',
  'a.b'.repeat(50),
])('refuses "%s"', (text) => {
  expect(parseChangePath(text).ok).toBe(false)
})
