// https://azure.microsoft.com/pricing/details/managed-disks/
/** Sizes a disk is billed in, GiB, and the number they have in a tier's name: 128 GiB is P10, E10 or S10. */
const tiers: readonly (readonly [gib: number, name: number])[] = [
  [4, 1],
  [8, 2],
  [16, 3],
  [32, 4],
  [64, 6],
  [128, 10],
  [256, 15],
  [512, 20],
  [1024, 30],
  [2048, 40],
  [4096, 50],
  [8192, 60],
  [16_384, 70],
  [32_767, 80],
]

const families: Readonly<Record<string, readonly [family: string, letter: string]>> = {
  Premium: ['premium-ssd', 'P'],
  StandardSSD: ['standard-ssd', 'E'],
  Standard: ['standard-hdd', 'S'],
}

/** A standard HDD begins at 32 GiB. */
const tierOf = (gib: number, letter = 'P') => tiers.find(([size, name]) => size >= gib && (letter !== 'S' || name >= 4))

/** `Premium_LRS` and 200 GiB → `premium-ssd P15 LRS`, as the price book calls it; undefined where there is none. */
export function diskClass(storageAccountType: string, gib: number): string | undefined {
  const [kind = '', redundancy] = storageAccountType.split('_')
  const [family, letter] = (Object.hasOwn(families, kind) && families[kind]) || []
  const tier = tierOf(gib, letter)
  return family === undefined || tier === undefined ? undefined : `${family} ${letter}${tier[1]} ${redundancy}`
}

/** GiB that are billed for a disk of that size and type. */
export function diskTierGiB(storageAccountType: string, gib: number): number | undefined {
  return tierOf(gib, families[storageAccountType.split('_')[0] ?? '']?.[1])?.[0]
}

/** GiB of a tier by its name, `P30`. */
export const gibOfTier = (tier: string): number | undefined =>
  tiers.find(([, name]) => `P${name}` === tier.toUpperCase())?.[0]

/** An ultra disk has a size of the table up to 512 GiB, and whole TiB above: learn.microsoft.com/azure/virtual-machines/disks-types */
export const ultraGiB = (gib: number): number =>
  gib > 512 ? Math.ceil(gib / 1024) * 1024 : 2 ** Math.max(2, Math.ceil(Math.log2(gib)))
