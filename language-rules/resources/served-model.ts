// A machine that serves a model as soon as it starts: its start script says which, and over how many GPUs.
import type { Block } from '../../core/format.ts'
import { known, valueOf } from '../../core/known.ts'
import type { Fact, Known } from '../../core/types.ts'

/** Families with GPUs, or n1, which they are attached to, by the beginning of their names. */
const accelerated = /^(?:g\d|gr\d|p\d|a[234]|n1-)/

interface Served {
  readonly model: string
  readonly gpus: number
}

/** Each server's own words: https://docs.vllm.ai/en/latest/cli/serve, https://docs.sglang.ai, https://huggingface.co/docs/text-generation-inference */
const servers: readonly { readonly is: RegExp; readonly model: RegExp; readonly gpus: RegExp }[] = [
  {
    is: /\bvllm\b/,
    // Options may stand before it.
    model: /(?:\bvllm\s+serve\b[^\n;&|]*?\s|--model[ =]\s*)["']?([\w.-]+\/[\w./-]+)/g,
    gpus: /(?:--tensor-parallel-size|-tp)[ =]\s*(\d+)/,
  },
  { is: /\bsglang\b/, model: /--model-path[ =]\s*["']?([\w.-]+\/[\w./-]+)/g, gpus: /--tp(?:-size)?[ =]\s*(\d+)/ },
  {
    is: /text-generation-(?:inference|launcher)/,
    model: /--model-id[ =]\s*["']?([\w.-]+\/[\w./-]+)/g,
    gpus: /--num-shard[ =]\s*(\d+)/,
  },
]

/** Undefined where the script serves none, or several: they share the machine. Without a number each of them takes one GPU, but the last. */
export function servedBy(script: string): Served | undefined {
  const found = servers.filter(({ is }) => is.test(script))
  const [server] = found
  if (server === undefined || found.length > 1) return undefined
  const models = [...script.matchAll(server.model)]
  const model = models[0]?.[1]
  if (model === undefined || models.length > 1) return undefined
  const told = server.gpus.exec(script)?.[1]
  const isParted = /pipeline-parallel-size|--pp-size|data-parallel-size|--dp-size|-dp\b|-pp\b/.test(script)
  if (isParted || (told === undefined && server === servers.at(-1))) return undefined
  return { model, gpus: Number(told ?? 1) }
}

/**
 * Only of a machine with GPUs: other scripts need not be worked out.
 * @param type of the machine
 * @param paths where the script may stand
 */
export function servedFacts(
  block: Block,
  type: Known<Fact> | undefined,
  paths: readonly string[],
): Record<string, Known<Fact>> {
  if (type === undefined || !accelerated.test(String(valueOf(type)))) return {}
  for (const path of paths) {
    const script = valueOf(block.fact(path))
    const served = typeof script === 'string' ? servedBy(script) : undefined
    if (served)
      return {
        model: known<Fact>(served.model, block.location),
        modelGpus: known<Fact>(served.gpus, block.location),
      }
  }
  return {}
}
