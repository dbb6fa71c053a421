import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { actionsRunner } from '../../src/action/runner.ts'

let printed = ''
beforeEach(() => {
  printed = ''
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += String(text)
    return true
  })
})
afterEach(() => {
  vi.restoreAllMocks()
})

it('marks a line of a file', async () => {
  const runner = await actionsRunner()
  runner.annotate({ level: 'warning', file: 'prod/web.yaml', line: 4, title: 'medium: x', message: 'What.' })
  expect(printed).toBe('::warning title=medium%3A x,file=prod/web.yaml,line=4::What.\n')
})

it.each([
  ['a file without a line', { file: 'web.yaml', line: null }, '::notice title=t,file=web.yaml::m\n'],
  ['no file', { file: null, line: 7 }, '::notice title=t::m\n'],
])('marks %s', async (_what, place, command) => {
  const runner = await actionsRunner()
  runner.annotate({ level: 'notice', ...place, title: 't', message: 'm' })
  expect(printed).toBe(command)
})

it('says nothing that the runner would obey, whatever a file is called', async () => {
  const runner = await actionsRunner()
  const hostile = 'a%,b::c\r\n::set-env name=X::y,line=9'
  runner.annotate({ level: 'error', file: hostile, line: 1, title: hostile, message: hostile })
  const property = 'a%25%2Cb%3A%3Ac%0D%0A%3A%3Aset-env name=X%3A%3Ay%2Cline=9'
  expect(printed).toBe(
    `::error title=${property},file=${property},line=1::a%25,b::c%0D%0A::set-env name=X::y,line=9\n`,
  )
})
