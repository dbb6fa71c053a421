import { REPO } from '../../support/gate-world.ts'
import { approve, LABEL, open, type Pitfall, pushAs, satisfy } from './pitfall.ts'

export const WINDOW_PITFALLS: readonly Pitfall[] = [
  {
    name: 'P42 a window of the head before',
    attempt(world, number) {
      open(world, number)
      world.github.advanceClock('1m')
      pushAs(world, 'amy', 'amy')
      approve(world, number)
    },
    state: 'pending',
    says: /window/,
  },
  {
    name: 'P43 a bot sets the label',
    attempt(world, number) {
      approve(world, number)
      open(world, number, 'helper[bot]')
    },
    state: 'pending',
    says: /helper/,
  },
  {
    name: 'P84 a shorter window renamed into a longer one',
    attempt(world, number) {
      approve(world, number)
      open(world, number, 'sue', 'deploy-window/10m')
      world.github.advanceClock('5m')
      world.github.renameLabel({ repo: REPO, by: 'amy', from: 'deploy-window/10m', to: 'deploy-window/4h' })
    },
    state: 'pending',
    says: /nobody is known to have set it/,
  },
  {
    name: 'P84 a label deleted, made anew and set by somebody else',
    attempt(world, number) {
      approve(world, number)
      open(world, number)
      world.github.advanceClock('1m')
      world.github.deleteLabel({ repo: REPO, by: 'ben', name: LABEL })
      world.github.advanceClock('1m')
      open(world, number, 'tess')
    },
    state: 'pending',
    says: /tess|nobody/,
  },
  {
    name: 'P85 setting a label that is there already moves nothing',
    attempt(world, number) {
      satisfy(world, number)
      world.github.advanceClock('119m')
      open(world, number)
      world.github.advanceClock('1m')
    },
    state: 'pending',
    says: /window closed at 10:05/,
  },
  {
    name: 'P85 the author cannot set anew what somebody else set',
    attempt(world, number) {
      satisfy(world, number)
      world.github.advanceClock('1m')
      world.github.unlabel({ repo: REPO, number, by: 'amy', name: LABEL })
      open(world, number, 'amy')
    },
    state: 'pending',
    says: /amy, who wrote this pull request/,
  },
  ...(
    [
      ['deploy-window/', /deploy-window/],
      ['deploy-window/2h+2h', /deploy-window/],
      ['deploy-window/-2h', /deploy-window/],
      ['deploy-window/2026-02-30T08:00Z+2h', /deploy-window/],
      ['deploy-window/2026-11-23T08:00+2h', /deploy-window/],
      ['deploy-window/2099-01-01T00:00Z+9999h', /deploy-window/],
      ['deploy-window/2026-11-23T01:00Z+2h', /window closed/],
      ['Deploy-Window/2h', /window/],
      ['deploy-window\u22152h', /window/],
      ['deploy-window/\u0662h', /deploy-window/],
      ['deploy-window/2h ', /window/],
    ] as const
  ).map(([label, says]): Pitfall => ({
    name: `P86 the label ${JSON.stringify(label)}`,
    attempt(world, number) {
      approve(world, number)
      open(world, number, 'sue', label)
    },
    state: 'pending',
    says,
  })),
  {
    name: 'P87 set and taken off in one second, with another one left on',
    attempt(world, number) {
      satisfy(world, number)
      world.github.unlabel({ repo: REPO, number, by: 'sue', name: LABEL })
      open(world, number, 'sue', 'size/s')
    },
    state: 'pending',
    says: /deploy-window/,
  },
  {
    name: 'P87 the event is older than a hundred others',
    attempt(world, number) {
      satisfy(world, number)
      for (let at = 0; at < 60; at += 1) {
        open(world, number, 'tess', 'size/s')
        world.github.unlabel({ repo: REPO, number, by: 'tess', name: 'size/s' })
      }
    },
    state: 'success',
    says: /window open until/,
  },
  {
    name: 'P43 a workflow sets the label with its own token',
    attempt(world, number) {
      world.github.createUser({ login: 'github-actions[bot]', type: 'Bot' })
      approve(world, number)
      open(world, number, 'github-actions[bot]')
    },
    state: 'pending',
    says: /set by github-actions/,
  },
  {
    name: 'P86 two windows, and the longer one is by somebody who may not',
    attempt(world, number) {
      approve(world, number)
      open(world, number, 'sue', 'deploy-window/10m')
      open(world, number, 'tess', 'deploy-window/4h')
      world.github.advanceClock('15m')
    },
    state: 'pending',
    says: /tess|window closed/,
  },
  {
    name: 'P87 set, taken off and set by somebody else, all in one second',
    attempt(world, number) {
      satisfy(world, number)
      world.github.unlabel({ repo: REPO, number, by: 'sue', name: LABEL })
      open(world, number, 'tess')
    },
    state: 'pending',
    says: /set by tess/,
  },
  {
    name: 'P87 set, taken off and set again by the same person, all in one second',
    attempt(world, number) {
      satisfy(world, number)
      world.github.unlabel({ repo: REPO, number, by: 'sue', name: LABEL })
      open(world, number)
    },
    state: 'success',
    says: /window open until/,
  },
]
