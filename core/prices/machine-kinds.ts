// What the name of a machine type says about it, beyond the sizes the price list has. Each rule with the page it is from.
import type { Cloud } from '../types.ts'

export type Architecture = 'x86_64' | 'arm64'

/**
 * Types with arm64 CPUs; every other type of the three clouds has x86_64.
 * AWS: `g` behind the generation is Graviton, Mac with Apple silicon, GB200 is Grace. https://docs.aws.amazon.com/ec2/latest/instancetypes/instance-type-names.html
 * Google: Ampere Altra, Axion, Grace. https://docs.cloud.google.com/compute/docs/instances/arm-on-compute
 * Azure: `p` behind the size. https://learn.microsoft.com/azure/virtual-machines/vm-naming-conventions
 */
const arm: Readonly<Record<Cloud, RegExp>> = {
  aws: /^(a1\.|mac2|mac-m|[a-z]+\d+[a-z]*g[a-z]*[.-]|[a-z]+\d+e?-gb\d)/,
  gcp: /^(t2a|c4a|n4a|a4x)-/,
  azure: /^standard_[a-z]+\d+(-\d+)?[a-oq-z]*p[a-z]*_v\d|_gb\d00_/,
}

export const architectureOf = (cloud: Cloud, type: string): Architecture =>
  arm[cloud].test(type.toLowerCase()) ? 'arm64' : 'x86_64'

/**
 * Full CPU only for a share of the time.
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/burstable-performance-instances.html,
 * https://docs.cloud.google.com/compute/docs/general-purpose-machines#sharedcore,
 * https://learn.microsoft.com/azure/virtual-machines/sizes/general-purpose/b-family
 */
const burstable: Readonly<Record<Cloud, RegExp>> = {
  aws: /^t\d/,
  gcp: /^(e2-(micro|small|medium)|f1-|g1-)/,
  azure: /^standard_b\d/i,
}

export const isBurstable = (cloud: Cloud, type: string): boolean => burstable[cloud].test(type)

/** AWS flex types: all of the CPU 95 % of the time, 40 % at least. https://docs.aws.amazon.com/ec2/latest/instancetypes/gp.html */
export const isFlex = (cloud: Cloud, type: string): boolean => cloud === 'aws' && /^[a-z]+\d+[a-z]*-flex\./.test(type)

/**
 * Still in the price lists, and nothing to move to: AWS's previous generation (https://aws.amazon.com/ec2/previous-generation/)
 * and Macs, Google's shared-core N1, and Azure's sizes that are retired or will be by 2028: all without a version, all of v1
 * and v2 but Bsv2, NCv3, NVv3, NVv4 (https://learn.microsoft.com/azure/virtual-machines/sizes/retirement-overview).
 */
const withdrawn: Readonly<Record<Cloud, RegExp>> = {
  aws: /^(a1|c1|c3|c4|cc2|cr1|d2|f1|g2|g3s?|h1|hs1|i2|i3p?|m[1-4]|mac[^.]*|p[23]|p3dn|r[34]|t1|x1e?)\./,
  gcp: /^[fg]1-/,
  azure: /^(?!standard_b\d+[a-z]*_v2$)(?!.*_v([3-9]|\d\d)$)|^standard_n[cv]\d+(-\d+)?(m?r?s?_v3|as_v4)$/i,
}

export const isWithdrawn = (cloud: Cloud, type: string): boolean => withdrawn[cloud].test(type)

/** The family and its generation: `m` 7 of m7i.large, `d` 5 of Standard_D4s_v5, `n` 2 of n2-standard-4. */
export function generationOf(
  cloud: Cloud,
  type: string,
): { readonly line: string; readonly generation: number } | undefined {
  const name = type.toLowerCase()
  const parts =
    cloud === 'azure' ? name.match(/^standard_([a-z]{1,2})\d.*_v(\d+)$/) : name.match(/^([a-z]+)(\d+)[a-z]*[.-]/)
  return parts ? { line: parts[1]!, generation: Number(parts[2]) } : undefined
}

/** Types of one family differ in size only: `m7i`, `n2-standard`, `Standard_D#as_v5`. */
export function familyOf(cloud: Cloud, type: string): string {
  if (cloud === 'aws') return type.split('.')[0]!
  return cloud === 'gcp' ? type.replace(/-\d+g?$/, '') : type.replace(/\d+(-\d+)?/, '#')
}

/** AWS types with disks in the machine. https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instance-store-volumes.html */
const awsDisks = /^([a-z]+\d+[a-z]*d[a-z]*|g[5-7]e?|gr6|p4de?|p5en?|p6\S*|trn1n?|i\d\S*|d3en?)\./

export function hasLocalDisk(cloud: Cloud, type: string): boolean {
  if (cloud === 'aws') return awsDisks.test(type)
  return cloud === 'gcp' ? type.endsWith('-lssd') : /^standard_[a-z]+\d+(-\d+)?[a-z]*d[a-z]*_/i.test(type)
}

/** What programs for an accelerator are built on; one built on another does not run. */
export function platformOf(accelerator: string): string {
  const named: readonly (readonly [RegExp, string])[] = [
    [/^(MI\d|Radeon)/i, 'ROCm'],
    [/^TPU/i, 'XLA on a TPU'],
    [/^(Inferentia|Trainium)/i, 'AWS Neuron'],
    [/^Gaudi/i, 'Gaudi'],
    [/^(FPGA|U30|VU|Alveo)/i, 'an FPGA'],
  ]
  return named.find(([names]) => names.test(accelerator))?.[1] ?? 'CUDA'
}

/** How long before a spot machine is taken back. The three clouds' pages on spot machines. */
export const spotNotice: Readonly<Record<Cloud, string>> = {
  aws: '2 minutes',
  gcp: '30 seconds',
  azure: '30 seconds',
}

/**
 * With HBM, which large models are trained and served from; without tensor cores, which nothing of today is built for; made for
 * games, without ECC. NVIDIA's data sheets.
 */
export function gradeOf(accelerator: string): 'hbm' | 'graphics' | 'consumer' | 'old' {
  if (/^([ABHV]100|[BH][23]00?|H20|GH200|GB[23]00|A30|MI\d)(?!\d)/i.test(accelerator)) return 'hbm'
  if (/^(K80|M60|M40|P4|P40|P100|GTX|Quadro-P)/i.test(accelerator)) return 'old'
  return /^(RTX-)?[2-5]0[5-9]0/i.test(accelerator) ? 'consumer' : 'graphics'
}

/** https://docs.cloud.google.com/compute/docs/general-purpose-machines#e2_machine_types */
export const isOfAnyCpu = (cloud: Cloud, type: string): boolean => cloud === 'gcp' && type.startsWith('e2-')
