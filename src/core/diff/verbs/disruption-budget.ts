import type { Json } from '../../model/json.ts'

/**
 * Whether a PodDisruptionBudget lets more pods be evicted than before. A number against a percentage cannot be
 * compared without the replicas, so it counts as looser.
 */
export function loosensBudget(
  field: 'minAvailable' | 'maxUnavailable',
  old: Json | undefined,
  now: Json | undefined,
): boolean {
  const [before, after] = [amountOf(old), amountOf(now)]
  if (!before) return field === 'maxUnavailable'
  if (!after || before.unit !== after.unit) return true
  return field === 'minAvailable' ? after.amount < before.amount : after.amount > before.amount
}

function amountOf(value: Json | undefined): { readonly amount: bigint; readonly unit: string } | undefined {
  if (typeof value === 'bigint') return { amount: value, unit: '' }
  const percentage = typeof value === 'string' ? /^(\d{1,9})%$/.exec(value)?.[1] : undefined
  return percentage === undefined ? undefined : { amount: BigInt(percentage), unit: '%' }
}
