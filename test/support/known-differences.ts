/** A way in which the second implementation is not as the language says. */
export interface KnownDifference {
  readonly name: string
  /** What the language says. */
  readonly reason: string
  /** An expression that shows it, and what it is in the language. */
  readonly shown: string
  readonly answer: boolean | 'error'
  /** Expressions of the packs that meet it: the rule and the key. */
  readonly packs: readonly string[]
}

export const KNOWN_DIFFERENCES: readonly KnownDifference[] = [
  {
    name: 'numbers of two types',
    reason: 'Numbers are equal across their types; it refuses to compare constants of two types.',
    shown: '1 == 1.0 && 1u == 1 && 1 in [1.0]',
    answer: true,
    packs: [],
  },
  {
    name: 'constants of two types',
    reason: 'Values of two types are not equal; it refuses to compare them when both are written out.',
    shown: '1 != "a"',
    answer: true,
    packs: [],
  },
  {
    name: 'lists of two types',
    reason: 'A list may hold values of any type; it refuses to join lists of two.',
    shown: '[1] + ["a"] == [1, "a"]',
    answer: true,
    packs: [],
  },
  {
    name: 'a list and another of whose elements nothing is known',
    reason: 'Together they hold anything; it takes all elements for those of the first.',
    shown: '([1].map(i, i) + [object.s]).exists(i, i == "Abc b")',
    answer: true,
    packs: [],
  },
  {
    name: 'the empty list in a loop',
    reason: 'An element of it may be anything; it wants to know that it is a boolean.',
    shown: '![].exists(x, x)',
    answer: true,
    packs: [],
  },
  {
    name: 'a field of what a function gives',
    reason: 'has() may be asked of any value; it takes names only.',
    shown: 'has([{"a": 1}].filter(m, true)[0].a)',
    answer: true,
    packs: [
      'workload.apparmor when',
      'workload.hostPath.writable when',
      'workload.runAsRoot when',
      'workload.seccomp-apparmor when',
      'workload.serviceAccountName when',
      'workload.volumes.moved when',
    ],
  },
  {
    name: 'a key twice',
    reason: 'A map that is written with one key twice is an error; it takes the last value.',
    shown: '{"a": 1, "a": 2}.a == 2',
    answer: 'error',
    packs: [],
  },
  {
    name: 'the empty text as a number',
    reason: 'It is none.',
    shown: 'int("") == 0',
    answer: 'error',
    packs: [],
  },
  {
    name: 'letters outside of ASCII',
    reason: 'lowerAscii() leaves them as they are.',
    shown: '"ÄB".lowerAscii() == "Äb"',
    answer: true,
    packs: [],
  },
  {
    name: 'a number without a digit before its point',
    reason: 'It is one.',
    shown: '.5 == 0.5',
    answer: true,
    packs: [],
  },
]
