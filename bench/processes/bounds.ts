/** Prints whether a figure keeps its bound; the program ends with 1 when it does not, or when there is no figure. */
export function checkBound(what: string, figure: number, bound: number, unit: string): void {
  const isKept = figure <= bound
  if (!isKept) process.exitCode = 1
  process.stdout.write(
    `${isKept ? 'kept  ' : 'MISSED'} ${what}: ${figure.toFixed(2)}${unit}, at most ${String(bound)}${unit}\n`,
  )
}
