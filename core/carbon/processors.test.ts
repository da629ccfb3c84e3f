import { describe, expect, it } from 'vitest'
import { loadPriceBook } from '../../cli/price-book.ts'
import { processorOf } from './processors.ts'

describe('the processor of an instance type', () => {
  it.each([
    ['aws', 'm7g.large', 'Graviton3'],
    ['aws', 'c6gn.xlarge', 'Graviton2'],
    ['aws', 'r8gd.large', 'Graviton4'],
    ['aws', 'm6i.large', 'Ice Lake'],
    ['aws', 'c6in.large', 'Ice Lake'],
    ['aws', 'm7i-flex.large', 'Sapphire Rapids'],
    ['aws', 'm7a.large', 'EPYC 4th Gen'],
    ['aws', 'p4d.24xlarge', 'Cascade Lake'],
    ['gcp', 'c3-standard-4', 'Sapphire Rapids'],
    ['gcp', 'c3d-standard-4', 'EPYC 4th Gen'],
    ['azure', 'Standard_D4as_v5', 'EPYC 3rd Gen'],
  ] as const)('%s %s is %s, which has coefficients', (cloud, type, processor) => {
    expect(processorOf(cloud, type)).toBe(processor)
    expect(loadPriceBook().coefficient(`cpu.${processor}.max_watts`)?.value).toBeGreaterThan(1)
  })

  it.each([
    ['aws', 'm5.large'],
    ['aws', 'm8a.large'],
    ['gcp', 'n2-standard-4'],
    ['gcp', 't2a-standard-4'],
    ['azure', 'Standard_D4s_v5'],
    ['azure', 'Standard_D4ps_v5'],
  ] as const)('%s %s is not known: the family has several, or none with a usable coefficient', (cloud, type) => {
    expect(processorOf(cloud, type)).toBeUndefined()
  })
})
