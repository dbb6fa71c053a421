import { describe, expect, it } from 'vitest'
import { readYaml } from '../../../src/core/yaml/read-yaml.ts'
import type { YamlDocument } from '../../../src/core/yaml/yaml-document.ts'

const TEXT = `# a comment
name: web
spec:
  replicas: 3
  "a/b~c": 'quoted'
  1a: &base
    image: x
    text: |
      many
  list:
    - p: 1
      q: 2
    -  second
    - [ 1, 2 ]
  used: *base
  merged:
    <<: *base
    own: 1
  inline: {<<: {here: 1}, k: "v"}
  empty:
---

# another
  other: {x: 1}
`

function documentOf(index: number): YamlDocument {
  const read = readYaml(TEXT, 'a.yaml')
  const document = read.ok ? read.value[index] : undefined
  if (document === undefined) throw new Error('refused')
  return document
}

describe('positions', () => {
  it.each([
    ['', '2:1', '2:1'],
    ['/name', '2:7', '2:1'],
    ['/spec', '4:3', '3:1'],
    ['/spec/replicas', '4:13', '4:3'],
    ['/spec/a~1b~0c', '5:12', '5:3'],
    ['/spec/1a/image', '7:12', '7:5'],
    ['/spec/1a/text', '8:11', '8:5'],
    ['/spec/list', '11:5', '10:3'],
    ['/spec/list/0', '11:7', '11:7'],
    ['/spec/list/0/q', '12:10', '12:7'],
    ['/spec/list/1', '13:8', '13:8'],
    ['/spec/list/2/1', '14:12', '14:12'],
    ['/spec/used', '15:9', '15:3'],
    ['/spec/used/image', '15:9', '15:9'],
    ['/spec/merged/image', '17:9', '17:9'],
    ['/spec/merged/own', '18:10', '18:5'],
    ['/spec/inline/here', '19:23', '19:17'],
    ['/spec/inline/k', '19:30', '19:27'],
    ['/spec/empty', '20:3', '20:3'],
    ['/spec/replicas/deeper', '4:13', '4:3'],
    ['/spec/list/7/name', '11:5', '10:3'],
    ['/nothing/here', '2:1', '2:1'],
  ])('%s stands at %s, its key at %s', (pointer, value, key) => {
    const document = documentOf(0)
    const [place, keyPlace] = [document.locate(pointer), document.locateKey(pointer)]
    expect(`${place.line}:${place.column}`).toBe(value)
    expect(`${keyPlace.line}:${keyPlace.column}`).toBe(key)
  })

  it('counts the lines of the file, not of the document', () => {
    const document = documentOf(1)
    expect(document.line).toBe(24)
    expect(document.locate('/other/x')).toEqual({ line: 24, column: 14 })
  })

  it('starts at the first key, past comments', () => {
    expect(documentOf(0).line).toBe(2)
  })
})
