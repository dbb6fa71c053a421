/** The known word that was probably meant, or undefined when none is near. */
export function didYouMean(seen: string, known: Iterable<string>): string | undefined {
  const word = seen.toLowerCase().slice(0, 100)
  const limit = Math.max(1, Math.floor(word.length / 3))
  let best: { readonly word: string; readonly distance: number } | undefined
  for (const candidate of known) {
    const distance = editDistance(word, candidate.toLowerCase().slice(0, 100))
    if (distance <= limit && (!best || distance < best.distance)) best = { word: candidate, distance }
  }
  return best?.word
}

/** Insertions, deletions, replacements and swaps of neighbours. */
function editDistance(a: string, b: string): number {
  let before: readonly number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = (last[j - 1] ?? 0) + Number(a[i - 1] !== b[j - 1])
      const cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, replaced)
      row.push(isSwapped(a, b, i, j) ? Math.min(cost, (before[j - 2] ?? 0) + 1) : cost)
    }
    before = last
    last = row
  }
  return last[b.length] ?? 0
}

function isSwapped(a: string, b: string, i: number, j: number): boolean {
  return i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
}
