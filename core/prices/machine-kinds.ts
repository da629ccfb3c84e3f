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
 * Still in the price lists, and nothing to move to.
 * AWS: what the EC2 User Guide lists under Xen ("Hypervisor type", but for T2) or as previous generation (A1, P3dn), and what the
 * price list itself no longer calls current (as ManageIQ's Amazon provider, Apache-2.0, had it on 2026-04-19); Macs, which run macOS.
 */
const withdrawnFromAws =
  /^(a1|c1|c3|c4|cc2|cr1|d2|f1|g2|g3|h1|hs1|i2|i3|m[1-4]|mac[^.]*|p[23]|p3dn|r[34]|t1|u-(9|12|18|24)tb1|x1e?)\./

/**
 * Azure's sizes that are retired or announced to be. Those of
 * https://github.com/MicrosoftDocs/azure-compute-docs/blob/main/articles/virtual-machines/sizes/retirement/retired-sizes-list.md
 * (with the announcements up to 2026-04), of the pages beside it (DCsv2: 2026-06; HBv2, HC: 2027-05), and of its edition of 2024-01
 * (Av1, NC, NCv2, ND, NV, HB). Last, sizes of the price list that are no sizes of the documentation.
 */
const retiredInAzure: readonly RegExp[] = [
  /^(standard|basic)_a\d+$/,
  /^standard_a\d+m?_v2$/,
  /^standard_ds?\d+(-\d+)?i?(_v2)?(_promo)?$/,
  /^standard_b\d+[a-z]*$/,
  /^standard_f\d+s?$|^standard_f\d+s_v2$/,
  /^standard_gs?\d+(-\d+)?$/,
  /^standard_m192id?m?s_v2$/,
  /^standard_l\d+s$|^standard_l\d+a?i?s_v2$/,
  /^standard_nv\d+$|^standard_nv\d+s_v3$|^standard_nv\d+as_v4$/,
  /^standard_n[cd]\d+r?s?$|^standard_nc\d+r?s_v[23]$/,
  /^standard_dc\d+s(_v2)?$/,
  /^standard_(hc44|hb60)(-\d+)?rs$|^standard_hb120(-\d+)?rs_v2$/,
  /^standard_sqlg|_special$|_adhtype\d$/,
]

export function isWithdrawn(cloud: Cloud, type: string): boolean {
  if (cloud === 'aws') return withdrawnFromAws.test(type)
  const size = type.toLowerCase()
  return cloud === 'azure' && retiredInAzure.some((sizes) => sizes.test(size))
}

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

/**
 * AWS types with disks in the machine: those the price list gives storage other than EBS, as ManageIQ's Amazon provider had it on
 * 2026-04-19. Newer families go by the name: `d` behind the generation.
 * https://docs.aws.amazon.com/ec2/latest/instancetypes/instance-type-names.html
 */
const awsDisks =
  /^([a-z]+\d+[a-z]*d[a-z]*|c[13]|d[23](en)?|dl1|f[12]|g[5-7]e?|g6f|gr6f?|h1|i\d[a-z]*|im4gn|is4gen|m[1-3]|p4de?|p5|p5en?|p6\S*|r3|trn1n?|x1e?)\./

export function hasLocalDisk(cloud: Cloud, type: string): boolean {
  if (cloud === 'aws') return awsDisks.test(type)
  return cloud === 'gcp' ? type.endsWith('-lssd') : azureDisk.test(type) || !withoutDisk.test(type)
}

/** From version 4 on, and of series B and M from 2, DC from 3, a size of Azure has a temporary disk where its name has a `d`: https://learn.microsoft.com/azure/virtual-machines/azure-vms-no-temp-disk */
const azureDisk = /^standard_[a-z]+\d+(-\d+)?[a-z]*d[a-z]*_/i
const withoutDisk = /_v([4-9]|\d\d)$|^standard_[bm]\d.*_v[23]$|^standard_dc\d.*_v3$/i

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

/**
 * How long before a spot machine is taken back. https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/initiate-a-spot-instance-interruption.html,
 * https://docs.cloud.google.com/compute/docs/reference/rest/v1/instances (skipGuestOsShutdown),
 * https://learn.microsoft.com/azure/virtual-machines/spot-vms
 */
export const spotNotice: Readonly<Record<Cloud, string>> = {
  aws: '2 minutes',
  gcp: '30 seconds',
  azure: '30 seconds',
}

/** Where the book has no rate. Azure shows its eviction rates to those who are logged in: https://learn.microsoft.com/azure/virtual-machines/spot-vms */
export const unratedSpot: Readonly<Record<Cloud, string>> = {
  aws: 'interruption rate not listed',
  gcp: 'interruption rate not published',
  azure: 'interruption rate not published but in its portal',
}

/**
 * `hbm`: high-bandwidth memory, by the memory table of https://github.com/stas00/ml-engineering (compute/accelerator, 2026-08-10) and,
 * for the NVL, https://www.nvidia.com/content/dam/en-zz/Solutions/Data-Center/h100/PB-11773-001_v01.pdf. `consumer`: NVIDIA's GeForce
 * RTX; `old`: below compute capability 7.0, where tensor cores begin; both by https://developer.nvidia.com/cuda-gpus.
 */
export function gradeOf(accelerator: string): 'hbm' | 'graphics' | 'consumer' | 'old' {
  if (/^(A100|H100|H200|GH200|B[23]00|GB200|MI(2[15]0|3\d\d))(?!\d)/i.test(accelerator)) return 'hbm'
  if (/^(K80|M60|P40|P100|GTX-10)/i.test(accelerator)) return 'old'
  return /^RTX-[2-5]0[5-9]0/i.test(accelerator) ? 'consumer' : 'graphics'
}

/** https://docs.cloud.google.com/compute/docs/general-purpose-machines#e2_machine_types */
export const isOfAnyCpu = (cloud: Cloud, type: string): boolean => cloud === 'gcp' && type.startsWith('e2-')
