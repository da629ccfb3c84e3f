// What the series of a machine type decides: https://cloud.google.com/compute/docs/machine-resource

/** `n1-standard-4` → `n1`; a custom type without a series is of N1. */
export const seriesOf = (type: string): string => (type.startsWith('custom-') ? 'n1' : type.split('-')[0]!)

/** Share of the list price that a whole month of running takes off: https://cloud.google.com/compute/docs/sustained-use-discounts */
const sustainedUse: Readonly<Record<string, number>> = {
  n1: 0.3,
  m1: 0.3,
  m2: 0.3,
  f1: 0.3,
  g1: 0.3,
  n2: 0.2,
  n2d: 0.2,
  c2: 0.2,
}

export const sustainedUseOf = (type: string): number => sustainedUse[seriesOf(type)] ?? 0

/** Of a GPU that is attached by itself; those of the same page that are left out are sold in machine types of their own. */
export const sustainedUseOfGpu = 0.3

/** The price of these machines holds their GPUs. */
export const hasBuiltInGpu = (type: string): boolean => /^(?:a2|a3|a4x?|g2|g4)-/.test(type)

/** Local SSDs that come with the machine and are in its price. */
export const hasBuiltInSsd = (type: string): boolean => /^(?:a3|a4x?|z3)-|lssd(?:-metal)?$|^a2-ultragpu-/.test(type)

/** Series that take a standard persistent disk, which is what the API makes unless it is told. */
export const takesStandardDisk = (type: string): boolean =>
  ['f1', 'g1', 'n1', 'n2', 'n2d', 'e2', 'c2', 'c2d', 't2d', 't2a', 'm1', 'm2', 'a2'].includes(seriesOf(type))
