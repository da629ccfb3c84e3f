// https://github.com/dstackai/gpuhunt: catalogs of GPU clouds, read by their makers from the clouds' own APIs every hour
import { gpuName } from '../gpu-names.ts'
import type { Mapped, OfferRow, PriceSource, PriceSourceExample } from '../source.ts'

/** Catalog → provider as the price book names it. The three large clouds are read from their own lists. */
const providers: Readonly<Record<string, string>> = {
  lambdalabs: 'lambda',
  runpod: 'runpod',
  verda: 'verda',
  nebius: 'nebius',
}

const columns = [
  'instance_name',
  'location',
  'price',
  'cpu',
  'memory',
  'gpu_count',
  'gpu_name',
  'gpu_memory',
  'spot',
  'flags',
] as const
type Column = (typeof columns)[number]

/** A cell that holds a comma or a quote is quoted, with quotes inside doubled: Python's csv. */
function cellsOf(line: string): readonly string[] {
  const cells: string[] = []
  for (const [, quoted, plain] of `${line},`.matchAll(/(?:"((?:[^"]|"")*)"|([^",]*)),/g))
    cells.push(quoted === undefined ? plain! : quoted.replaceAll('""', '"'))
  return cells
}

/** RunPod's data centres have names with a dash (`US-CA-2`); where only a country stands, a third party hosts it. */
const community = (provider: string, location: string) => provider === 'runpod' && !location.includes('-')

function rowOf(cell: (column: Column) => string, provider: string): OfferRow | undefined {
  const [count, memory] = [Number(cell('gpu_count')), Number(cell('gpu_memory'))]
  const accelerator = gpuName(cell('gpu_name'), memory, cell('instance_name'))
  // A machine of a cluster is sold two at a time and more, at a price of its own.
  if (accelerator === undefined || !(count > 0) || cell('flags').split(' ').includes('runpod-cluster')) return undefined
  const [vcpu, memoryGiB] = [Number(cell('cpu')), Number(cell('memory'))]
  const location = cell('location')
  // RunPod names the GPU, the others a machine.
  const name = provider === 'runpod' ? `${count}x ${cell('instance_name')}` : cell('instance_name')
  return {
    is: 'offer',
    provider,
    type: community(provider, location) ? `${name} community` : name,
    region: location,
    purchase: cell('spot') === 'True' ? 'spot' : 'on-demand',
    usd: Number(cell('price')),
    ...(vcpu > 0 ? { vcpu } : {}),
    ...(memoryGiB > 0 ? { memoryGiB } : {}),
    accelerator,
    accelerators: count,
    ...(memory > 0 ? { acceleratorMemoryGiB: memory } : {}),
  }
}

function rows(body: string, provider: string): Mapped {
  const [first = '', ...lines] = body.split(/\r?\n/)
  const head = cellsOf(first)
  const missing = columns.find((name) => !head.includes(name))
  if (missing !== undefined) return { is: 'new-shape', what: missing }
  const at = new Map(head.map((name, i) => [name, i]))
  const all: OfferRow[] = []
  for (const line of lines) {
    if (line === '') continue
    const cells = cellsOf(line)
    if (cells.length !== head.length) return { is: 'new-shape', what: 'a line of another length' }
    const row = rowOf((column) => cells[at.get(column)!]!, provider)
    if (row !== undefined) all.push(row)
  }
  return { is: 'rows', rows: all }
}

export const source: PriceSource = {
  id: 'gpuhunt',
  name: 'gpuhunt',
  base: 'https://dstack-gpu-pricing.s3.eu-west-1.amazonaws.com',
  hosts: ['dstack-gpu-pricing.s3.eu-west-1.amazonaws.com'],
  licence: 'MPL-2.0; prices are facts',
  byRegion: false,
  parts: Object.keys(providers),
  maxBytes: 50_000_000,
  covers: {},
  async *pages(part, io) {
    const version = await io.get(`/v3/${part}/version`)
    if (version === undefined) return
    const name = (await version.text()).trim()
    const catalog = await io.get(`/v3/${part}/${encodeURIComponent(name)}/catalog.zip`)
    if (catalog !== undefined) yield { body: await catalog.unzipped('.csv'), at: catalog.at }
  },
  rows: ({ body }, part) => rows(body, providers[part] ?? part),
}

const at = '2026-11-20T06:00:00.000Z'
const head =
  'instance_name,location,price,cpu,memory,gpu_count,gpu_name,gpu_memory,spot,disk_size,gpu_vendor,flags,cpu_arch,provider_data'

export const examples: readonly PriceSourceExample[] = [
  {
    name: 'a machine and its GPUs, on demand and on spot; one without GPUs makes no row',
    region: 'verda',
    page: {
      at,
      body: [
        head,
        '1H100.80S.30V,FIN-02,2.29,30,120,1,H100,80.0,False,,nvidia,,x86,{}',
        '1H100.80S.30V,FIN-02,0.8,30,120,1,H100,80.0,True,,nvidia,,x86,{}',
        'CPU.4V.16G,FIN-02,0.0279,4,16,0,,,False,,,,x86,{}',
        '',
      ].join('\r\n'),
    },
    makes: {
      is: 'rows',
      rows: (
        [
          ['on-demand', 2.29],
          ['spot', 0.8],
        ] as const
      ).map(([purchase, usd]) => ({
        is: 'offer',
        provider: 'verda',
        type: '1H100.80S.30V',
        region: 'FIN-02',
        purchase,
        usd,
        vcpu: 30,
        memoryGiB: 120,
        accelerator: 'H100',
        accelerators: 1,
        acceleratorMemoryGiB: 80,
      })),
    },
  },
  {
    name: "RunPod's, by GPU and number; clusters make no row",
    region: 'runpod',
    page: {
      at,
      body: [
        head,
        'NVIDIA H100 PCIe,SE,3.98,16,188,2,H100,80,False,,nvidia,,x86,{}',
        'NVIDIA H100 PCIe,EU-SE-1,25.0,128,2000,8,H100,80,False,,nvidia,runpod-cluster,x86,"{""pod_counts"": [2, 3]}"',
      ].join('\n'),
    },
    makes: {
      is: 'rows',
      rows: [
        {
          is: 'offer',
          provider: 'runpod',
          type: '2x NVIDIA H100 PCIe community',
          region: 'SE',
          purchase: 'on-demand',
          usd: 3.98,
          vcpu: 16,
          memoryGiB: 188,
          accelerator: 'H100-PCIe',
          accelerators: 2,
          acceleratorMemoryGiB: 80,
        },
      ],
    },
  },
  {
    name: 'a catalog without the number of GPUs is of a new shape',
    region: 'verda',
    page: { at, body: head.replace('gpu_count', 'gpus') },
    makes: { is: 'new-shape', what: 'gpu_count' },
  },
]
