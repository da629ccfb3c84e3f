// https://aws.amazon.com/ec2/pricing/on-demand/#Data_Transfer
import type { Tier } from '../../../core/estimate/service-line.ts'

/** GB in a TB as AWS counts it. */
const TB = 1024

/** Out of a region to the internet. */
export const internetTiers: readonly Tier[] = [
  { upTo: 10 * TB, service: 'data-transfer', item: 'internet first 10 TB' },
  { upTo: 50 * TB, service: 'data-transfer', item: 'internet next 40 TB' },
  { upTo: 150 * TB, service: 'data-transfer', item: 'internet next 100 TB' },
  { upTo: Number.POSITIVE_INFINITY, service: 'data-transfer', item: 'internet over 150 TB' },
]
