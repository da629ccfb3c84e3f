// https://github.com/dstackai/gpuhunt: what its catalogs call GPUs, and what the price book does. Each is in its list of known GPUs.

/** Names that are the same in both. */
const same = [
  'A10',
  'A16',
  'A40',
  'A10G',
  'A6000',
  'H200',
  'B200',
  'GB200',
  'B300',
  'GB300',
  'L4',
  'L40',
  'L40S',
  'P100',
  'T4',
  'GH200',
  'MI300X',
  'MI325X',
]
const other: Readonly<Record<string, string>> = {
  A4000: 'RTX-A4000',
  A5000: 'RTX-A5000',
  H100NVL: 'H100-NVL',
  RTX6000: 'Quadro-RTX-6000',
}
const geforce = /^RTX(\d{4})(Ti)?(SUPER)?$/
const workstation = /^RTX(PRO)?(\d{4})(Ada)?$/

/**
 * @param memoryGiB of one GPU; tells the A100s and V100s apart
 * @param machine the name of the machine; tells an H100 on PCIe from one on SXM
 * @returns undefined for a GPU that is not known
 */
export function gpuName(name: string, memoryGiB: number, machine: string): string | undefined {
  if (name === 'A100') return memoryGiB > 40 ? 'A100-80GB' : 'A100'
  if (name === 'V100') return memoryGiB > 16 ? 'V100-32GB' : 'V100'
  if (name === 'H100') return /pcie/i.test(machine) ? 'H100-PCIe' : 'H100'
  if (same.includes(name)) return name
  if (Object.hasOwn(other, name)) return other[name]
  const [, pro, number, ada] = name.match(workstation) ?? []
  if (pro || ada) return ['RTX', pro, number, ada].filter(Boolean).join('-')
  const [, model, ti, superb] = name.match(geforce) ?? []
  return model && ['RTX', model, ti, superb && 'Super'].filter(Boolean).join('-')
}
