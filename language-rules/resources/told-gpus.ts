// What a command that runs on GPUs says of how many it takes: a server of a model, or a launcher of training.
import type { Block } from '../../core/format.ts'
import { known, valueOf } from '../../core/known.ts'
import type { Fact, Known, Location } from '../../core/types.ts'
import { servedBy } from './served-model.ts'

/** Launchers that start one process for each GPU of a machine, where they are told how many: https://docs.pytorch.org/docs/stable/elastic/run.html, https://huggingface.co/docs/accelerate/package_reference/cli, https://www.deepspeed.ai/getting-started/ */
const launchers: readonly { readonly is: RegExp; readonly gpus: RegExp }[] = [
  { is: /\btorchrun\b|\btorch\.distributed\.(?:run|launch)\b/, gpus: /--nproc[-_]per[-_]node[ =]\s*(\d+)(?!\S)/ },
  { is: /\baccelerate\s+launch\b/, gpus: /--num[-_]processes[ =]\s*(\d+)(?!\S)/ },
  { is: /\bdeepspeed\b/, gpus: /--num[-_]gpus[ =]\s*(\d+)(?!\S)/ },
]

/** Processes of all machines together, or not of these GPUs. */
const elsewhere = /--num[-_]machines[ =]\s*(?!1\b)|--cpu\b|CUDA_VISIBLE_DEVICES/

/** Undefined where the script launches no training, or several, or does not say how many GPUs it takes. */
export function launchedOn(script: string): number | undefined {
  const found = launchers.filter(({ is }) => is.test(script))
  const [launcher] = found
  if (launcher === undefined || found.length > 1 || elsewhere.test(script)) return undefined
  const starts = [...script.matchAll(new RegExp(launcher.is, 'g'))]
  const told = launcher.gpus.exec(script)?.[1]
  return starts.length > 1 || told === undefined || Number(told) < 1 ? undefined : Number(told)
}

/** Facts of what the script serves, or of the training it launches. */
export function toldBy(script: string, at: Location): Record<string, Known<Fact>> {
  const served = servedBy(script)
  if (served) return { model: known<Fact>(served.model, at), modelGpus: known<Fact>(served.gpus, at) }
  const gpus = launchedOn(script)
  return gpus === undefined ? {} : { trainerGpus: known<Fact>(gpus, at) }
}

/** Families with GPUs, or n1, which they are attached to, by the beginning of their names. */
const accelerated = /^(?:g\d|gr\d|p\d|a[234]|n1-)/

/**
 * Only of a machine with GPUs: other scripts need not be worked out.
 * @param type of the machine
 * @param paths where the script may stand
 */
export function startFacts(
  block: Block,
  type: Known<Fact> | undefined,
  paths: readonly string[],
): Record<string, Known<Fact>> {
  if (type === undefined || !accelerated.test(String(valueOf(type)))) return {}
  for (const path of paths) {
    const script = valueOf(block.fact(path))
    const told = typeof script === 'string' ? toldBy(script, block.location) : {}
    if (Object.keys(told).length > 0) return told
  }
  return {}
}

/** The words of lists that a call is given, one list after the other; undefined where one of them is only known at run time. */
export function commandIn(block: Block, paths: readonly string[]): string | undefined {
  const lists = paths
    .map((path) => block.list(path))
    .filter((list) => !(list.is === 'unknown' && list.why === 'absent'))
  const words = lists.flatMap((list) => (list.is === 'known' ? list.value.map(valueOf) : [undefined]))
  return words.length === 0 || words.includes(undefined) ? undefined : words.map(String).join(' ')
}
