/** Expressions that would run for minutes or longer, and what they read. Each is stopped by the steps it may take. */
export const RUNAWAYS: readonly { readonly name: string; readonly text: string }[] = [
  { name: 'loops over literals in each other', text: loops(list(100, '1'), 'true') },
  { name: 'loops over an object in each other', text: 'wide.all(a, wide.all(b, wide.all(c, c != "")))' },
  { name: 'map and filter in each other', text: 'wide.map(a, wide.filter(b, wide.exists(c, c == b))) == []' },
  { name: 'a text that grows tenfold', text: `"a"${'.replace("a", "aaaaaaaaaa")'.repeat(12)} == ""` },
  { name: 'a text that doubles', text: `${'['.repeat(1)}long]${doubling('+', 30)} == []` },
  { name: 'a list that doubles', text: `[[1]]${doubling('+', 30)} == []` },
  { name: 'texts joined by a text', text: 'wide.map(a, long).join(long) == ""' },
  { name: 'a list of lists of lists, written', text: `"%s".format([[[1]]${multiplied(12)}]) == ""` },
  { name: 'two lists of lists of lists, compared', text: `[[1]]${multiplied(12)} == [[1]]${multiplied(12)}` },
  { name: 'a list of lists of lists, searched', text: `[[1]]${multiplied(12)} in [[[2]]${multiplied(12)}]` },
  { name: 'a regular expression with very many states', text: 'mixed.matches("[ab]*a[ab]{300}[cd]")' },
  {
    name: 'a regular expression with very many ways',
    text: `mixed.matches("^(${'(a?|b?)'.repeat(120)})*[cd]$")`,
  },
  {
    name: 'regular expressions that are long when written out',
    text: `mixed.matches("${'a{1000}'.repeat(140)}")`,
  },
  {
    name: 'matches of a regular expression in a loop',
    text: 'wide.all(a, mixed.findAll("(a|b)*?ab?").size() > 0)',
  },
  { name: 'regular expressions in a loop', text: 'wide.all(a, wide.all(b, !a.matches("^[x-z]+" + b)))' },
  { name: 'a search in a loop', text: 'wide.all(a, !long.contains(long + "b"))' },
  { name: 'a text taken apart in a loop', text: 'wide.all(a, long.split("").size() > 0)' },
  { name: 'characters counted in a loop', text: 'wide.all(a, wide.all(b, size(long) > 0))' },
  { name: 'a number of very many digits', text: 'wide.all(a, int(digits) == 0)' },
  {
    name: 'time zones in a loop',
    text: loops(list(100, '1'), `timestamp("2026-01-01T00:00:00Z").getHours("Europe/Paris") >= 0`),
  },
  { name: 'a list of an object in a loop', text: 'wide.all(a, items.all(b, items.size() > 0))' },
  { name: 'a search in a list in a loop', text: 'items.all(a, items.all(b, !("x" in items)))' },
  { name: 'objects compared in a loop', text: 'wide.all(a, wide.all(b, wide == other))' },
  { name: 'rights listed in a loop', text: 'wide.all(a, grants(role).size() > 0)' },
  { name: 'rights asked in a loop', text: 'wide.all(a, wide.all(b, !granted(role, a, b, "x")))' },
  {
    name: 'containers and images in a loop',
    text: 'wide.all(a, wide.all(b, containers(pod).size() + images(pod).size() > 0))',
  },
  { name: 'hosts in a loop', text: 'wide.all(a, wide.all(b, hosts(ingress).size() > 0))' },
  { name: 'addresses in a loop', text: 'wide.all(a, wide.all(b, cidrsCover(cidrs, cidrs)))' },
  {
    name: 'quantities in a loop',
    text: 'wide.all(a, wide.all(b, quantity("1e9999").add(quantity("1e-9999")).sign() > 0))',
  },
  { name: 'marks in a loop', text: 'wide.all(a, wide.all(b, label(pod, a) == null))' },
]

/** What {@link RUNAWAYS} read. */
export function runawayVariables(): Readonly<Record<string, unknown>> {
  const names = Array.from({ length: 1200 }, (_, at) => `key${String(at)}`)
  const wide = Object.fromEntries(names.map((name) => [name, 'x'.repeat(20)]))
  const rules = [{ apiGroups: [''], resources: names.slice(0, 90), verbs: names.slice(0, 90) }]
  return {
    wide,
    other: { ...wide },
    items: names,
    long: 'a'.repeat(100_000),
    digits: '9'.repeat(100_000),
    mixed: mixedText(100_000),
    role: { apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'ClusterRole', rules },
    pod: { kind: 'Pod', spec: { containers: names.map((name) => ({ name, image: name })) } },
    ingress: {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'Ingress',
      spec: { rules: names.map((host) => ({ host })) },
    },
    cidrs: names.map((_, at) => `10.${String(at >> 8)}.${String(at & 255)}.0/24`),
  }
}

function list(length: number, item: string): string {
  return `[${Array.from({ length }, () => item).join(', ')}]`
}

function loops(over: string, inner: string): string {
  return ['a', 'b', 'c', 'd'].reduceRight((body, name) => `${over}.all(${name}, ${body})`, inner)
}

function doubling(sign: string, times: number): string {
  return `.map(x, x ${sign} x)`.repeat(times)
}

function multiplied(times: number): string {
  return `.map(x, ${list(20, 'x')})`.repeat(times)
}

/** Always the same letters in no order. */
function mixedText(length: number): string {
  let state = 1
  return Array.from({ length }, () => {
    state = (state * 48_271) % 2_147_483_647
    return state % 2 === 0 ? 'a' : 'b'
  }).join('')
}
