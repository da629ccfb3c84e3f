import type { Cloud } from '../types.ts'

type Row = readonly [cloud: Cloud, family: RegExp, processor: string]

/**
 * The processor of a family that has one alone, as Cloud Carbon Footprint maps them (Apache-2.0, packages/aws/src/lib/AWSInstanceTypes.ts
 * and packages/gcp/src/lib/MachineTypes.ts at b7a049c, 2024-03-25), in the words of its coefficients. A family it does not map, or maps to several, draws the cloud's average.
 */
const rows: readonly Row[] = [
  ['aws', /^(t4g|[cmr]6gd?|c6gn|x2gd)\./, 'Graviton2'],
  ['aws', /^([mr]5ad?|t3a)\./, 'EPYC 1st Gen'],
  ['aws', /^c5ad?\./, 'EPYC 2nd Gen'],
  ['aws', /^[cm]6a\./, 'EPYC 3rd Gen'],
  ['aws', /^([mr]5d?n|r5b)\./, 'Cascade Lake'],
  ['aws', /^([cr]6i|i4i|x2ie?dn)\./, 'Ice Lake'],
  ['gcp', /^(c2|a2)-/, 'Cascade Lake'],
  ['gcp', /^(c2d|t2d)-/, 'EPYC 3rd Gen'],
]

export const processorOf = (cloud: Cloud, type: string): string | undefined =>
  rows.find(([of, family]) => of === cloud && family.test(type))?.[2]
