/** What a machine must have, as `--need` says it. Absent: as much as the thing it replaces has. */
export interface Need {
  readonly gpus?: number
  /** The accelerator's name as the price list has it. */
  readonly gpu?: string
  /** GiB of each accelerator. */
  readonly gpuMemoryGiB?: number
  readonly memoryGiB?: number
  readonly vcpu?: number
  /** Where it may run. Clouds of which none is named: what is in the same part of the world. */
  readonly regions: readonly string[]
  /** `yes`: spot only. `no`: none. */
  readonly spot?: 'yes' | 'no'
  readonly arch?: 'x86_64' | 'arm64'
}

const keys = ['gpu', 'memory', 'vcpu', 'region', 'spot', 'arch'] as const
type Key = (typeof keys)[number]

type Parsed = Need | { readonly error: string }

const amount = (text: string) => {
  const number = text.match(/^(\d+(?:\.\d+)?)\s*(gi?b?)?$/i)?.[1]
  return number === undefined ? undefined : Number(number)
}

/** `8`, `8x80GB`, `8xH100`, `H100`, `80GB`. */
export function gpuNeed(text: string): Pick<Need, 'gpus' | 'gpu' | 'gpuMemoryGiB'> | undefined {
  const counted = text.match(/^(\d+)(?:\s*[x×*]\s*(.+))?$/i)
  const gpus = counted === null ? undefined : Number(counted[1])
  const kind = counted === null ? text : counted[2]
  if (gpus === 0 || kind === '') return undefined
  if (kind === undefined) return { gpus }
  const memory = /gi?b?$/i.test(kind) ? amount(kind) : undefined
  return { gpus: gpus ?? 1, ...(memory === undefined ? { gpu: kind } : { gpuMemoryGiB: memory }) }
}

function oneNeed(key: Key, value: string): Partial<Need> | undefined {
  switch (key) {
    case 'gpu':
      return gpuNeed(value)
    case 'memory': {
      const memoryGiB = amount(value)
      return memoryGiB === undefined ? undefined : { memoryGiB }
    }
    case 'vcpu':
      return /^\d+$/.test(value) ? { vcpu: Number(value) } : undefined
    case 'region':
      return { regions: [value] }
    case 'spot':
      return value === 'yes' || value === 'no' ? { spot: value } : undefined
    case 'arch': {
      const arch = ({ x86_64: 'x86_64', x86: 'x86_64', amd64: 'x86_64', arm64: 'arm64', arm: 'arm64' } as const)[value]
      return arch && { arch }
    }
  }
}

/** `gpu=8xH100,memory=1000GB,vcpu=96,region=us-east-1,us-west-2,spot=no`. */
export function parseNeed(text: string): Parsed {
  let need: Need = { regions: [] }
  let key: Key | undefined
  for (const part of text
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '')) {
    const at = part.indexOf('=')
    const name = part.slice(0, Math.max(0, at)).trim().toLowerCase()
    if (at >= 0) key = keys.find((each) => each === name)
    else if (key !== 'region') key = undefined
    if (key === undefined) return { error: `--need does not know "${part}": it takes ${keys.join('=, ')}=` }
    const value = part.slice(at + 1).trim()
    const one = value === '' ? undefined : oneNeed(key, key === 'gpu' ? value : value.toLowerCase())
    if (one === undefined) return { error: `--need cannot read "${part}"` }
    need = { ...need, ...one, regions: [...need.regions, ...(one.regions ?? [])] }
  }
  return need
}
