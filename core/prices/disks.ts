// Classes of disks, and what each can do: of two the slower one is the loss. A disk stands in another's place only in its own cloud.

/** What one volume can do at most, or by its size. */
export interface Performance {
  /** `MB/s` of AWS are MiB/s. */
  readonly most?: readonly [iops: number, mbPerSecond: number]
  readonly perGiB?: readonly [iops: number, mibPerSecond: number]
}

type Listed = readonly [name: string, step: number, performance: Performance, ...lost: string[]]

const noBoot = 'no boot volume'

/**
 * AWS: https://docs.aws.amazon.com/ebs/latest/userguide/ebs-volume-types.html; Google (read IOPS and throughput of a zonal disk):
 * https://docs.cloud.google.com/compute/docs/disks/performance
 */
export const awsDisks: readonly Listed[] = [
  ['io2', 0, { most: [256_000, 4000] }],
  ['io1', 0.1, { most: [64_000, 1000] }, '99.8 % durable, not 99.999 %'],
  ['gp2', 1, { most: [16_000, 250] }, '99.8 % durable, not 99.999 %', 'IOPS by size (3 per GiB), none to be bought'],
  [
    'gp3',
    1.1,
    { most: [80_000, 2000] },
    '99.8 % durable, not 99.999 %',
    '3,000 IOPS and 125 MB/s included, more is billed',
  ],
  ['st1', 2, { most: [500, 500] }, '99.8 % durable, not 99.999 %', `hard disk: ${noBoot}; 125 GiB at least`],
  ['sc1', 3, { most: [250, 250] }, '99.8 % durable, not 99.999 %', `cold hard disk: ${noBoot}; 125 GiB at least`],
]

export const googleDisks: readonly Listed[] = [
  ['pd-ssd', 0, { perGiB: [30, 0.48] }],
  ['pd-balanced', 1, { perGiB: [6, 0.28] }],
  // https://docs.cloud.google.com/kubernetes-engine/docs/concepts/hyperdisk: "subject to the disks and machine type"
  [
    'hyperdisk-balanced',
    1.1,
    {},
    'only on machine types that take Hyperdisk',
    '3,000 IOPS and 140 MiB/s included, more is billed',
  ],
  ['pd-standard', 2, { perGiB: [0.75, 0.12] }, 'hard disk'],
]

/** Copied to two zones; as fast for reading by the size, by the same page. */
export const googleRegionalDisks: readonly Listed[] = googleDisks
  .filter(([name]) => name.startsWith('pd-'))
  .map(([name, ...rest]) => [`regional-${name}`, ...rest])

/** Sizes of Azure's disks by number: P10, E10 and S10 are of one size. Hard disks begin at 4. */
const azureSizes = [1, 2, 3, 4, 6, 10, 15, 20, 30, 40, 50, 60, 70, 80] as const

/**
 * The most a disk of the kind does, whatever its size: https://learn.microsoft.com/azure/virtual-machines/disks-types (2026-08-11).
 * Premium v2 is of any size, and as fast as it is paid for beyond what is included.
 */
const azureKinds = [
  ['premium-ssd', 'P', 0, [20_000, 900], []],
  ['standard-ssd', 'E', 1, [6000, 750], ['transactions are billed']],
  ['standard-hdd', 'S', 2, [2000, 500], ['hard disk; transactions are billed; not as a boot disk from 2028-09-08']],
] as const

/** Those of one size and redundancy, which may stand in each other's place; Premium v2 with each premium of the same redundancy. */
export const azureDisks: readonly (readonly [group: string, classes: readonly Listed[]])[] = (
  ['LRS', 'ZRS'] as const
).flatMap((copies) =>
  azureSizes.map((size): readonly [string, readonly Listed[]] => [
    `${size} ${copies}`,
    azureKinds
      .filter(([kind]) => kind !== 'standard-hdd' || (copies === 'LRS' && size >= 4))
      .map(
        ([kind, letter, step, most, lost]): Listed => [`${kind} ${letter}${size} ${copies}`, step, { most }, ...lost],
      ),
  ]),
)

export const azurePremiumV2: Listed = [
  'premium-ssd-v2 LRS',
  0.5,
  { most: [80_000, 2000] },
  'no boot disk, no host caching',
  '3,000 IOPS and 125 MB/s included, more is billed',
]

/** Only what both publish in the same way is compared. */
export function slower(of: Performance | undefined, it: Performance | undefined): string | undefined {
  const [was, now] = of?.perGiB && it?.perGiB ? [of.perGiB, it.perGiB] : [of?.most, it?.most]
  if (was === undefined || now === undefined || (now[0] >= was[0] && now[1] >= was[1])) return undefined
  const words = ([iops, mb]: readonly [number, number], unit: string) =>
    `${iops.toLocaleString('en-US')} IOPS and ${mb.toLocaleString('en-US')} ${unit}`
  const plain = ([iops, mb]: readonly [number, number]) =>
    `${iops.toLocaleString('en-US')} and ${mb.toLocaleString('en-US')}`
  return of?.perGiB && it?.perGiB
    ? `${words(now, 'MiB/s')} per GiB, not ${plain(was)}`
    : `up to ${words(now, 'MB/s')}, not ${plain(was)}`
}
