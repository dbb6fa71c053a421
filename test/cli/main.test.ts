import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { runCli } from './run-cli.ts'

const COMMANDS = ['check', 'diff', 'inspect', 'owners', 'rules', 'lint', 'test']

describe('help', () => {
  it('is printed for the program, with every command and the exit statuses', async () => {
    const { exit, stdout, stderr } = await runCli(['--help'])
    expect([exit, stderr]).toEqual([0, ''])
    for (const command of COMMANDS) expect(stdout).toMatch(new RegExp(`^  ${command} `, 'm'))
    expect(stdout).toContain('64 wrong command line')
  })

  it.each(COMMANDS)('is printed for %s', async (command) => {
    const { exit, stdout, stderr } = await runCli([command, '--help'])
    expect([exit, stderr]).toEqual([0, ''])
    expect(stdout).toMatch(new RegExp(`^Usage: drawbridge ${command} `))
    expect(stdout).toContain('--format <format>')
  })
})

it('prints the version of the package', async () => {
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
    version: string
  }
  expect(await runCli(['--version'])).toEqual({ exit: 0, stdout: `${version}\n`, stderr: '' })
})

describe('a wrong command line is exit 64 with the usage on standard error', () => {
  it.each([
    { name: 'no command', argv: [], says: 'Usage: drawbridge ' },
    { name: 'an unknown command', argv: ['chekc'], says: "unknown command 'chekc'" },
    { name: 'an unknown option', argv: ['check', '--polcy', 'x'], says: "unknown option '--polcy'" },
    { name: 'an unknown option of the program', argv: ['--nope'], says: "unknown option '--nope'" },
    {
      name: 'an unknown format',
      argv: ['check', '--format', 'yaml'],
      says: 'Allowed choices are text, json, markdown',
    },
    {
      name: 'a format of another command',
      argv: ['diff', '--format', 'markdown'],
      says: 'Allowed choices are text, json',
    },
    { name: 'an option without its value', argv: ['check', '--facts'], says: 'argument missing' },
    { name: 'two rules', argv: ['rules', 'a', 'b'], says: 'too many arguments' },
    { name: 'JUnit of lint', argv: ['lint', '--format', 'junit'], says: 'Allowed choices are text, json' },
    { name: 'no severity', argv: ['rules', '--severity', 'hihg'], says: 'Allowed choices are low, medium' },
    { name: 'too many arguments', argv: ['check', 'a', 'b', 'c'], says: 'too many arguments' },
    { name: 'no path to inspect', argv: ['inspect'], says: "missing required argument 'PATH'" },
    { name: 'no path to own', argv: ['owners'], says: "missing required argument 'PATH'" },
    { name: 'a moment without zone', argv: ['check', '--now', '2026-11-22T10:00:00'], says: 'with its zone' },
  ])('$name', async ({ argv, says }) => {
    const { exit, stdout, stderr } = await runCli(argv)
    expect([exit, stdout]).toEqual([64, ''])
    expect(stderr).toContain(says)
    expect(stderr).toContain('Usage: drawbridge')
    expect(stderr).not.toMatch(/^ {4}at /m)
  })
})

describe('a fault of its own', () => {
  const broken = {
    clock: () => {
      throw new TypeError('the clock is broken')
    },
  }

  it('is one sentence and exit 2', async () => {
    const { exit, stdout, stderr } = await runCli(['check'], broken)
    expect([exit, stdout]).toEqual([2, ''])
    expect(stderr).toBe(
      'Drawbridge failed: the clock is broken. This is a fault of its own; DRAWBRIDGE_DEBUG=1 shows where.\n',
    )
  })

  it('shows its stack when asked to', async () => {
    const { exit, stderr } = await runCli(['check'], { ...broken, environment: { DRAWBRIDGE_DEBUG: '1' } })
    expect(exit).toBe(2)
    expect(stderr).toMatch(/^ {4}at /m)
  })
})
