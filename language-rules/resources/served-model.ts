// A machine that serves a model as soon as it starts: its start script says which, and over how many GPUs.

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
