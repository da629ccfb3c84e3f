import type { Tier } from '../../../core/estimate/service-line.ts'

const service = 'egress'

/** GB to the internet over Google's own network, by the month: https://cloud.google.com/vpc/network-pricing#internet_egress */
export const internetTiers: readonly Tier[] = [
  { service, item: 'internet premium first 1 TB', upTo: 1024 },
  { service, item: 'internet premium 1-10 TB', upTo: 10240 },
  { service, item: 'internet premium over 10 TB', upTo: Number.POSITIVE_INFINITY },
]
