import { describe, expect, it } from 'vitest'
import { ask } from '../../../../support/expressions.ts'

const POD = {
  containers: [{ name: 'web', image: 'nginx:1.27' }, { name: 'bare' }],
  initContainers: [{ name: 'init', image: 'ghcr.io/acme/init@sha256:' + 'a'.repeat(64) }],
  ephemeralContainers: [{ name: 'debug', image: 'busybox' }],
  volumes: [
    { name: 'model', image: { reference: 'ghcr.io/acme/model:3' } },
    { name: 'tmp', emptyDir: {} },
  ],
}

const WORKLOADS: Readonly<Record<string, unknown>> = {
  Pod: { kind: 'Pod', spec: POD },
  PodTemplate: { kind: 'PodTemplate', template: { spec: POD } },
  Deployment: { kind: 'Deployment', spec: { template: { spec: POD } } },
  CronJob: { kind: 'CronJob', spec: { jobTemplate: { spec: { template: { spec: POD } } } } },
}

describe('containers and images', () => {
  it.each(Object.entries(WORKLOADS))('of a %s', (_, object) => {
    for (const text of [
      'containers(object).map(c, c.name) == ["web", "bare", "init", "debug"]',
      'container(object, "init").image.startsWith("ghcr.io/") && container(object, "gone") == null',
      `images(object) == ["nginx:1.27", "ghcr.io/acme/init@sha256:${'a'.repeat(64)}", "busybox", "ghcr.io/acme/model:3"]`,
      'images(object).exists(i, image(i).registry != "ghcr.io")',
      'pod(object).volumes.map(v, v.name) == ["model", "tmp"]',
    ]) {
      expect(ask(text, { object })).toBe(true)
    }
  })

  it.each([null, { kind: 'Service', spec: { ports: [] } }, {}, { kind: 'Pod', spec: { containers: null } }])(
    'of %j there are none',
    (object) => {
      expect(
        ask('containers(object) == [] && images(object) == [] && container(object, "a") == null', { object }),
      ).toBe(true)
      expect(ask('!has(pod(object).volumes)', { object })).toBe(true)
    },
  )

  it('of one container that stands where a list belongs', () => {
    const object = { kind: 'Pod', spec: { containers: { name: 'web' } } }
    expect(ask('containers(object).map(c, c.name) == ["web"]', { object })).toBe(true)
  })

  it.each([
    'pod("web") == {}',
    'containers("web") == []',
    'images([object]) == []',
    'container(1, "web") == null',
  ])('%s is not known', (text) => {
    expect(ask(text, { object: {} })).toMatch(/^\w+\(\) takes an object or null$/)
  })
})

describe('the name of an image', () => {
  it.each([
    ['nginx', 'docker.io', 'library/nginx', '', ''],
    ['nginx:1.27', 'docker.io', 'library/nginx', '1.27', ''],
    ['acme/web', 'docker.io', 'acme/web', '', ''],
    ['docker.io/nginx', 'docker.io', 'library/nginx', '', ''],
    ['index.docker.io/acme/web:1', 'docker.io', 'acme/web', '1', ''],
    ['ghcr.io/acme/web:1.2', 'ghcr.io', 'acme/web', '1.2', ''],
    ['localhost/web', 'localhost', 'web', '', ''],
    ['registry:5000/web', 'registry:5000', 'web', '', ''],
    ['[2001:db8::1]:5000/web:1', '[2001:db8::1]:5000', 'web', '1', ''],
    [`web:1@sha256:${'0'.repeat(64)}`, 'docker.io', 'library/web', '1', `sha256:${'0'.repeat(64)}`],
  ])('%s', (text, registry, repository, tag, digest) => {
    expect(ask('image(text) == want', { text, want: { registry, repository, tag, digest } })).toBe(true)
  })

  it.each([
    '',
    'Web',
    'web:',
    'web@sha256:12',
    'ghcr.io/',
    'ghcr.io//web',
    '${REGISTRY}/web',
    'web latest',
    'a'.repeat(2000),
  ])('%s is none', (text) => {
    expect(ask('image(text).tag == ""', { text })).toBe(
      'image() takes the name of an image such as "ghcr.io/acme/web:1.2"',
    )
  })
})

describe('marks', () => {
  const object = { metadata: { annotations: { 'a/b': 'x', flag: true }, labels: { app: 'web', none: null } } }

  it.each([
    'annotation(object, "a/b") == "x" && annotation(object, "flag") == "true"',
    'annotation(object, "gone") == null && label(object, "none") == null',
    'label(object, "app") == "web" && label(null, "app") == null && annotation({}, "toString") == null',
  ])('%s', (text) => {
    expect(ask(text, { object })).toBe(true)
  })

  it('of something that is no object are not known', () => {
    expect(ask('label("web", "app") == null')).toBe('label() takes an object or null')
  })
})
