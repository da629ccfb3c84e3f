// https://cloud.google.com/compute/docs/sustained-use-discounts: each quarter of a month that a machine runs costs less than the one before.

/**
 * What a share of a month costs, as a share of what all of it does.
 * @param sustained share of the list price that is taken off for all of it: each quarter takes off as much more than the one before
 */
export function shareOfMonth(share: number, sustained = 0): number {
  const step = (sustained * 2) / 3
  const billed = [0, 1, 2, 3].map((quarter) => Math.min(Math.max(share - quarter / 4, 0), 1 / 4) * (1 - quarter * step))
  return billed.reduce((all, each) => all + each, 0) / (1 - sustained)
}
