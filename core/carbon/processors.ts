import type { Cloud } from '../types.ts'

type Row = readonly [cloud: Cloud, family: RegExp, processor: string]

/**
 * The processor of a family, where the cloud's page names one alone, in the words of Cloud Carbon Footprint's coefficients.
 * A family on several (m5, n2, Dsv5), on Ampere or on EPYC of the 5th generation, whose row is four times its neighbours', is not
 * here. https://docs.aws.amazon.com/ec2/latest/instancetypes, https://cloud.google.com/compute/docs/cpu-platforms,
 * https://learn.microsoft.com/azure/virtual-machines/sizes
 */
const rows: readonly Row[] = [
  ['aws', /^(t4g|[cmr]6gd?|c6gn|x2gd|g5g|im4gn)\./, 'Graviton2'],
  ['aws', /^[cmr]7gd?\./, 'Graviton3'],
  ['aws', /^(c7gn|hpc7g)\./, 'Graviton3E'],
  ['aws', /^([cmr]8gd?|x8g|i8g)\./, 'Graviton4'],
  ['aws', /^([mr]5ad?|t3a)\./, 'EPYC 1st Gen'],
  ['aws', /^(c5ad?|g5)\./, 'EPYC 2nd Gen'],
  ['aws', /^([cmr]6a|hpc6a|g6e?|p5)\./, 'EPYC 3rd Gen'],
  ['aws', /^([cmr]7a|hpc7a)\./, 'EPYC 4th Gen'],
  ['aws', /^([mr]5d?n|r5b|g4dn|p4de?)\./, 'Cascade Lake'],
  ['aws', /^([cmr]6id?n?|i4i|x2ie?dn)\./, 'Ice Lake'],
  ['aws', /^([cmr]7i|[cm]7i-flex|r7iz|p5en)\./, 'Sapphire Rapids'],
  ['gcp', /^(c2|a2|g2)-/, 'Cascade Lake'],
  ['gcp', /^(c2d|t2d)-/, 'EPYC 3rd Gen'],
  ['gcp', /^(c3|h3|z3)-/, 'Sapphire Rapids'],
  ['gcp', /^c3d-/, 'EPYC 4th Gen'],
  ['gcp', /^n4-/, 'Emerald Rapids'],
  ['azure', /^Standard_[DE]\d+ad?s_v5$/, 'EPYC 3rd Gen'],
]

export const processorOf = (cloud: Cloud, type: string): string | undefined =>
  rows.find(([of, family]) => of === cloud && family.test(type))?.[2]
