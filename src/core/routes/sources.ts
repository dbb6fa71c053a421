/** The ranges as routes name them: a sorted set; null when they let anyone in or there are none. */
export function sourcesOf(ranges: readonly string[]): readonly string[] | null {
  const set = new Set(ranges.map((range) => range.trim().toLowerCase()).filter((range) => range !== ''))
  const anyone = set.size === 0 || set.has('0.0.0.0/0') || set.has('::/0')
  return anyone ? null : [...set].toSorted()
}

/** The ranges of a text that separates them by commas or blanks. */
export function splitRanges(text: string): readonly string[] {
  return text.split(/[,\s]+/)
}
