import { type App, metadata } from './app.ts'

/** A ConfigMap with settings, a script and a file of several lines. */
export function configMap(app: App): string {
  const { dice, revision } = app
  const settings = Array.from(
    { length: 2 + dice.whole(6) },
    (_, index) =>
      `  setting_${String(index)}: ${dice.pick(['"true"', "'12'", 'some text', '"a \\"b\\" c"'])}\n`,
  )
  return `apiVersion: v1
kind: ConfigMap
${metadata(app)}data:
  revision: "${String(revision)}"
${settings.join('')}  start.sh: |
    #!/bin/sh
    set -eu
${block(dice.lines(4 + dice.whole(12), WORDS))}
    exec "$@"
  nginx.conf: |-
    server {
      listen 8080;
      location / { proxy_pass http://127.0.0.1:9090; }
${block(dice.lines(3 + dice.whole(20), WORDS))}
    }
  notes: >-
${block(dice.lines(2 + dice.whole(4), WORDS))}
`
}

/** A Secret with values in both of its stores. */
export function secret(app: App): string {
  const { name, dice, revision } = app
  const encoded = Buffer.from(`${name} ${String(dice.whole(2 ** 30))} ${String(revision)}`).toString('base64')
  return `apiVersion: v1
kind: Secret
type: Opaque
${metadata(app)}data:
  token: ${encoded}
  certificate: ${encoded
    .repeat(4 + dice.whole(10))
    .replaceAll('=', 'A')
    .padEnd(1024, 'A')
    .slice(0, 1024)}
stringData:
  url: 'postgres://${name}:not-a-password@db.example.com:5432/${name}'
  settings.ini: |
    [main]
    retries = ${String(dice.whole(9))}
`
}

function block(lines: readonly string[]): string {
  return lines.map((line) => `    ${line}`).join('\n')
}

const WORDS = ['echo', 'value', '$HOME', 'if', 'then', '"text"', 'location', 'return', '# note', '|'] as const
