// https://ecologits.ai/latest/methodology/llm_inference/
import { scale } from '../band.ts'
import type { PriceBook } from '../prices/book.ts'
import type { Band, Carbon, Provider } from '../types.ts'
import { coefficient, kilo, sourceOf } from './energy.ts'
import { notKnown } from './footprint.ts'
import { type Parameters, parametersOf } from './parameters.ts'

const secondsPerHour = 3600
const names = [
  'alpha_E',
  'beta_E',
  'gamma_E',
  'alpha_L',
  'beta_L',
  'gamma_L',
  'batch',
  'server_power_without_gpu',
  'server_gpus',
  'gpu_memory',
  'quant_bits',
  'memory_overhead',
] as const

type Fit = Readonly<Record<(typeof names)[number], number>>

function fitOf(book: PriceBook): Fit | undefined {
  const values = names.map((name) => [name, book.coefficient(`ecologits.${name}`)?.value] as const)
  return values.every(([, value]) => value !== undefined) ? (Object.fromEntries(values) as Fit) : undefined
}

/**
 * How many requests a provider answers at a time, it does not say. The method fixes 64 and draws its fit up to 256 (docs/methodology/llm_inference.md
 * of EcoLogits at 3226450); its code at 242523d reckons with 4 to 16 (ecologits/impacts/llm.py). The fewer, the more each token takes.
 */
const requestsAtATime = { most: 256, least: 4 } as const

function perToken(parameters: Parameters, fit: Fit): Band {
  const ofBatch = (batch: number) => kWhPerToken(parameters, { ...fit, batch })
  const likely = ofBatch(fit.batch)
  return {
    low: Math.min(likely, ofBatch(requestsAtATime.most)),
    likely,
    high: Math.max(likely, ofBatch(requestsAtATime.least)),
  }
}

/** kWh of the servers for one token that is written, before the building's overhead. */
function kWhPerToken({ active, total }: Parameters, fit: Fit): number {
  const gpus = 2 ** Math.ceil(Math.log2(Math.ceil((fit.memory_overhead * total * fit.quant_bits) / 8 / fit.gpu_memory)))
  const whPerGpu = fit.alpha_E * Math.exp(fit.beta_E * fit.batch) * active + fit.gamma_E
  const seconds = fit.alpha_L * active + fit.beta_L * fit.batch + fit.gamma_L
  const server = (seconds / secondsPerHour) * fit.server_power_without_gpu * (gpus / fit.server_gpus)
  return server / fit.batch + (gpus * whPerGpu) / kilo
}

/** Where the key is of a cloud, the provider's models run in its data centres. */
const pueKeys: Readonly<Partial<Record<Provider, string>>> = {
  'azure-openai': 'ecologits.pue.azure-openai',
  openai: 'ecologits.pue.openai',
  google: 'ecologits.pue.google',
  mistral: 'ecologits.pue.mistral',
  cohere: 'ecologits.pue.cohere',
  bedrock: 'aws.pue',
  vertex: 'gcp.pue',
}

/**
 * What writing so many tokens takes: 1,000 for the density of a model, or the output of one call. Reading the prompt is not in
 * EcoLogits' fit. Where a provider runs its models is not known, so neither is the grid: the emissions stay undefined.
 */
export function tokensCarbon(provider: Provider, model: string, output: Band | undefined, book: PriceBook): Carbon {
  const parameters = parametersOf(model)
  if (parameters === undefined) return notKnown(`the number of parameters of ${model} is not published`)
  if (provider === 'groq') return notKnown('nothing is published for the hardware of groq')
  const fit = fitOf(book)
  if (fit === undefined) return notKnown("EcoLogits' coefficients are not in the price book")
  const key = pueKeys[provider]
  const pue = key === undefined ? undefined : coefficient(book, key)
  if (key === undefined || pue === undefined || pue < 1) return notKnown(`no PUE is published for ${provider}`)
  if (output === undefined) return notKnown('the number of output tokens is not known')
  const density = perToken(parameters, fit)
  const energy = {
    low: output.low * density.low,
    likely: output.likely * density.likely,
    high: output.high * density.high,
  }
  const wueKey = key.replace('.pue.', '.wue.')
  const litres = wueKey === key ? undefined : coefficient(book, wueKey)
  return {
    kWh: scale(energy, pue),
    kgCO2e: undefined,
    waterL: litres === undefined ? undefined : scale(energy, litres),
    method: `${sourceOf(book, 'ecologits.alpha_E')}: GPUs and server per output token × PUE; in operation: reading the prompt is not in it, nor making the hardware`,
    assumed: [
      {
        what: 'parameters',
        value: `${parameters.active} billion active of ${parameters.total} billion`,
        from: parameters.source,
      },
      {
        what: 'served on',
        value: `H100 GPUs, ${fit.batch} requests at a time (low: ${requestsAtATime.most}, high: ${requestsAtATime.least}), ${fit.quant_bits}-bit weights`,
        from: 'EcoLogits',
      },
      { what: 'PUE', value: String(pue), from: sourceOf(book, key) },
      ...(litres === undefined
        ? []
        : [{ what: 'cooling water', value: `${litres} L/kWh of the hardware`, from: sourceOf(book, wueKey) }]),
    ],
    missing: [
      { what: 'kgCO2e', because: `where ${provider} runs it, and so its grid, is not known` },
      ...(litres === undefined ? [{ what: 'waterL', because: `no water use is published for ${provider}` }] : []),
    ],
  }
}
