/** How much of GitHub's patience a run has used. */
export interface RequestMeter {
  requests: number
  /** How many requests of the same kind as the last one GitHub still takes in this hour; null: it does not say. */
  left: number | null
}

export function newMeter(): RequestMeter {
  return { requests: 0, left: null }
}

/** `131 requests; GitHub takes 4,869 more of the last kind in this hour.` */
export function meterText({ requests, left }: RequestMeter): string {
  const count = `${String(requests)} ${requests === 1 ? 'request' : 'requests'}`
  return left === null
    ? `${count}.`
    : `${count}; GitHub takes ${left.toLocaleString('en-US')} more of the last kind in this hour.`
}
