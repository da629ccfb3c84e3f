import { describe, expect, it } from 'vitest'
import { loadPriceBook } from '../../cli/price-book.ts'
import { processorOf } from './processors.ts'

describe('the processor of an instance type', () => {
  it.each([
    ['aws', 'm6g.large', 'Graviton2'],
    ['aws', 'c6gn.xlarge', 'Graviton2'],
    ['aws', 't3a.large', 'EPYC 1st Gen'],
    ['aws', 'c5ad.large', 'EPYC 2nd Gen'],
    ['aws', 'm6a.large', 'EPYC 3rd Gen'],
    ['aws', 'r5dn.large', 'Cascade Lake'],
    ['aws', 'c6i.large', 'Ice Lake'],
    ['gcp', 'c2-standard-4', 'Cascade Lake'],
    ['gcp', 't2d-standard-4', 'EPYC 3rd Gen'],
  ] as const)('%s %s is %s, which has coefficients', (cloud, type, processor) => {
    expect(processorOf(cloud, type)).toBe(processor)
    expect(loadPriceBook().coefficient(`cpu.${processor}.max_watts`)?.value).toBeGreaterThan(1)
  })

  it.each([
    ['aws', 'm5.large'],
    ['aws', 'm7g.large'],
    ['aws', 'p4d.24xlarge'],
    ['aws', 'm8a.large'],
    ['gcp', 'n2-standard-4'],
    ['gcp', 't2a-standard-4'],
    ['azure', 'Standard_D4s_v5'],
    ['azure', 'Standard_D4ps_v5'],
  ] as const)('%s %s is not known: the family is not mapped, or has several', (cloud, type) => {
    expect(processorOf(cloud, type)).toBeUndefined()
  })
})
