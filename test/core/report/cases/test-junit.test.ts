import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { testJunit } from '../../../../src/core/report/cases/test-junit.ts'
import { xmlProblem } from '../../../support/xml-problem.ts'
import { RULE, runOf, SCALED } from '../../decision/cases/case-world.ts'

/** Characters that XML must not see as they are, and some that it must not see at all. */
const NASTY = 'a <b> & "c" \'d\' ]]> \u0000\u0007\u001B[31m\u007F\u2028\u202E\uFFFE\uD800 \u{1F6A7}'
const NAME = JSON.stringify(NASTY)

const xml = testJunit(
  runOf(
    RULE,
    `name: ${NAME.replaceAll(/\\u0000|\\u0007|\\u001b|\u007F|\u2028|\u202E|\uFFFE|\\ud800/gi, '')}\n${SCALED}\nexpect: { outcome: allow, findings: [{ rule: acme.down, severity: low }] }`,
    `name: fine\n${SCALED}\nexpect: { outcome: hold }`,
  ),
)

it('is the suites with their counts, a case each, and one failure with all that is to say', () => {
  expect(xml).toMatch(
    /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<testsuites name="drawbridge" tests="2" failures="1" /,
  )
  expect(xml).toContain('<testsuite name="tests/acme.yaml" file="tests/acme.yaml" tests="2" failures="1"')
  expect(xml).toMatch(
    /<testcase classname="tests\/acme\.yaml" name="fine" file="tests\/acme\.yaml" line="\d+" time="0"\/>/,
  )
  expect(xml.match(/<failure /g)).toHaveLength(1)
  expect(xml).toContain('message="Expected the outcome allow, seen hold." type="outcome"')
  expect(xml).toContain('Seen high: &quot;Deployment shop/web loses replicas&quot;')
})

describe('whatever a case is called', () => {
  const whole = testJunit(withName(runOf(RULE, `name: a\n${SCALED}\nexpect: { outcome: allow }`), NASTY))

  it('is well-formed', () => {
    expect(xmlProblem(whole)).toBeNull()
    expect(xmlProblem(xml)).toBeNull()
  })

  it('holds no character that XML 1.0 has no form for', () => {
    expect(whole).not.toMatch(
      /[^\t\n\r\u{20}-\u{7E}\u{A0}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]|[\u2028\u202E]/u,
    )
    expect(whole).toContain('\u{1F6A7}')
  })
})

it('is refused by the check of this test when it is broken', () => {
  for (const broken of ['<a', '<a b="1" b="2"/>', '<a></b>', '<a>&x;</a>', '<a b="<"/>', '<a/><b/>', '<a>'])
    expect(xmlProblem(`<?xml version="1.0" encoding="UTF-8"?>\n${broken}`)).not.toBeNull()
})

it.runIf(spawnSync('python3', ['-c', 'import xml.etree']).status === 0)('is read by another parser', () => {
  const script =
    'import sys,xml.etree.ElementTree as E; print([c.get("name") for c in E.fromstring(sys.stdin.buffer.read()).iter("testcase")])'
  const read = spawnSync('python3', ['-c', script], { input: xml, encoding: 'utf8' })
  expect([read.status, read.stderr]).toEqual([0, ''])
  expect(read.stdout).toContain("'fine'")
})

function withName(run: ReturnType<typeof runOf>, name: string): ReturnType<typeof runOf> {
  return {
    ...run,
    files: run.files.map((file) => ({
      ...file,
      runs: file.runs.map((one) => ({
        ...one,
        prepared: { ...one.prepared, policyCase: { ...one.prepared.policyCase, name } },
      })),
    })),
  }
}
