import type { Filter, Usage } from '../questions.ts'
import type { Range } from '../source.ts'
import { type Ask, apart, type Kind, total } from './ask.ts'

/** GPUs of a cluster, where its rows tell: OpenCost and Kubecost have a meter of their own for them, and an account for idle ones. */
export interface GpuUse extends Kind {
  readonly effectiveCost: number
  /** Paid for, asked for by no workload. */
  readonly idle: number
  /** 0 to 1; null where nothing was paid. */
  readonly idleShare: number | null
  /** GPU hours that workloads asked for, and what one of them cost. Null where a row does not tell. */
  readonly hours: number | null
  readonly perHour: number | null
}

const isIdle = ({ dimensions }: Usage) => dimensions.resource === '__idle__'

export async function gpuUseOf(ask: Ask, range: Range, where: readonly Filter[] = []): Promise<readonly GpuUse[]> {
  // By their meter alone: an account may have many thousand other resources.
  const gpus = [...where, { dimension: 'meter', among: ['GPU'] }] as const
  const rows = await ask({ ask: 'usage', by: ['resource'], where: gpus, ...range })
  return apart(rows).map(({ currency, grade, rows }) => {
    const cost = (of: readonly Usage[]) => total(of.map(({ effectiveCost }) => effectiveCost))
    const [idle, busy] = [rows.filter(isIdle), rows.filter((row) => !isIdle(row))]
    const isTold = busy.length > 0 && busy.every(({ quantity }) => quantity !== null)
    const hours = isTold ? total(busy.map(({ quantity }) => quantity ?? 0)) : null
    const all = cost(rows)
    return {
      ...{ currency, grade, effectiveCost: all, idle: cost(idle) },
      idleShare: all > 0 ? cost(idle) / all : null,
      hours,
      perHour: hours ? cost(busy) / hours : null,
    }
  })
}
