// https://cloud.google.com/sql/docs/mysql/instance-settings, https://cloud.google.com/sql/docs/mysql/create-instance#machine-types

export interface SqlMachine {
  readonly vcpus: number
  readonly memoryGiB: number
}

const perVcpu: Readonly<Record<string, number>> = {
  'n1-standard': 3.75,
  'n1-highmem': 6.5,
  standard: 3.75,
  highmem: 6.5,
  'perf-optimized-N': 8,
  'memory-optimized-N': 32,
  'c4a-highmem': 8,
}

/** The light ones have the memory of one vCPU, whatever they have of those. */
const lightGiB = 3.75

/** Of the largest performance-optimised machine, which has less for each vCPU than the others. */
const exceptions: Readonly<Record<string, number>> = { 'perf-optimized-N-128': 864 }

/** vCPUs and GiB that a tier is billed by; undefined for one that has a price of its own, as those that share a core have. */
export function machineOf(tier: string): SqlMachine | undefined {
  const [, vcpus, mib] = /^db-custom-(\d+)-(\d+)$/.exec(tier) ?? []
  if (vcpus !== undefined) return { vcpus: Number(vcpus), memoryGiB: Number(mib) / 1024 }
  const [, family, count] = /^db-([\w-]+?)-(\d+)$/.exec(tier) ?? []
  if (family === undefined) return undefined
  if (family === 'lightweight') return { vcpus: Number(count), memoryGiB: lightGiB }
  const each = perVcpu[family]
  if (each === undefined) return undefined
  return { vcpus: Number(count), memoryGiB: exceptions[`${family}-${count}`] ?? Number(count) * each }
}
