import { expect, it } from 'vitest'
import { loadPriceBook } from '../../cli/price-book.ts'
import { gpuName } from './gpu-names.ts'

it.each([
  ['A100', 40, 'gpu_1x_a100', 'A100'],
  ['A100', 80, '1A100.22V', 'A100-80GB'],
  ['V100', 32, 'x', 'V100-32GB'],
  ['H100', 80, 'NVIDIA H100 PCIe', 'H100-PCIe'],
  ['H100', 80, 'NVIDIA H100 80GB HBM3', 'H100'],
  ['H100NVL', 94, 'NVIDIA H100 NVL', 'H100-NVL'],
  ['RTX4090', 24, 'x', 'RTX-4090'],
  ['RTX4070TiSUPER', 16, 'x', 'RTX-4070-Ti-Super'],
  ['RTX6000Ada', 48, 'x', 'RTX-6000-Ada'],
  ['RTXPRO6000', 96, 'x', 'RTX-PRO-6000'],
  ['RTX6000', 24, 'x', 'Quadro-RTX-6000'],
  ['A4000', 16, 'x', 'RTX-A4000'],
])('%s of %d GiB in %s is the %s of the price book', (name, memory, machine, known) => {
  expect(gpuName(name, memory, machine)).toBe(known)
  expect(
    loadPriceBook()
      .gpuOffers()
      .some(({ specs }) => specs.accelerator === known) || loadPriceBook().accelerator(known),
  ).toBeTruthy()
})

it('names no GPU that is not known', () => {
  expect(gpuName('n150', 12, 'x')).toBeUndefined()
})
