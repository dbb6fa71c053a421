/** A git setting that is passed in the environment: it stands in no file and on no command line. */
export type GitSetting = readonly [key: string, value: string]

/** What git may know of the machine: where programs, certificates and proxies are, and nothing of a surrounding hook. */
const INHERITED = [
  'PATH',
  'HOME',
  'USERPROFILE',
  'SystemRoot',
  'TMPDIR',
  'TEMP',
  'TMP',
  'XDG_CONFIG_HOME',
  'SSH_AUTH_SOCK',
  'SSL_CERT_FILE',
  'SSL_CERT_DIR',
  'GIT_SSL_CAINFO',
  'http_proxy',
  'https_proxy',
  'HTTPS_PROXY',
  'all_proxy',
  'ALL_PROXY',
  'no_proxy',
  'NO_PROXY',
] as const

const QUIET: Readonly<Record<string, string>> = {
  LC_ALL: 'C',
  GIT_TERMINAL_PROMPT: '0',
  GIT_OPTIONAL_LOCKS: '0',
  GIT_NO_REPLACE_OBJECTS: '1',
  GIT_LITERAL_PATHSPECS: '1',
  GIT_ATTR_NOSYSTEM: '1',
  GIT_ASKPASS: '',
  SSH_ASKPASS: '',
  GCM_INTERACTIVE: 'never',
}

/**
 * For looking into somebody's repository: its owner's configuration counts, since git asks there whether the
 * directory is trusted (`safe.directory`).
 */
export function visitorEnvironment(): NodeJS.ProcessEnv {
  return { ...inherited(), ...QUIET }
}

/** For work in a git directory of our own: no configuration but what is given here. */
export function isolatedEnvironment(gitDir: string, settings: readonly GitSetting[] = []): NodeJS.ProcessEnv {
  const environment: NodeJS.ProcessEnv = {
    ...inherited(),
    ...QUIET,
    GIT_DIR: gitDir,
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_COUNT: String(settings.length),
  }
  for (const [index, [key, value]] of settings.entries()) {
    environment[`GIT_CONFIG_KEY_${String(index)}`] = key
    environment[`GIT_CONFIG_VALUE_${String(index)}`] = value
  }
  return environment
}

function inherited(): NodeJS.ProcessEnv {
  const environment: NodeJS.ProcessEnv = {}
  for (const name of INHERITED) {
    const value = process.env[name]
    if (value !== undefined) environment[name] = value
  }
  return environment
}
