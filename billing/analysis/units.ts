import type { Filter } from '../questions.ts'
import type { Range } from '../source.ts'
import type { Ask } from './ask.ts'
import { type GpuUse, gpuUseOf } from './gpu-use.ts'
import { type MachineTime, machineTimeOf } from './machine-time.ts'
import { type TokenUse, tokenUseOf } from './token-use.ts'
import { toldSince, toldUntil } from './told.ts'
import { type NamedMetric, type UnitCost, unitCostsOf } from './unit-costs.ts'

/** What one of something costs: by metrics that are told, and by what the rows themselves tell of tokens and GPUs. */
export interface Units {
  /** The days looked at, from the first that a source tells up to the last that every one does. */
  readonly range: Range
  /** What is not told of them, in sentences. */
  readonly notes: readonly string[]
  readonly costs: readonly UnitCost[]
  readonly machineTime: readonly MachineTime[]
  readonly tokens: readonly TokenUse[]
  readonly gpus: readonly GpuUse[]
}

export interface UnitOptions {
  readonly where?: readonly Filter[]
  /** UTC day. It is never complete. */
  readonly today?: string
}

export async function unitsOf(
  ask: Ask,
  metrics: readonly NamedMetric[],
  asked: Range,
  { where = [], today = '9999' }: UnitOptions = {},
): Promise<Units> {
  const told = await toldUntil(ask, asked)
  // Of a day that is not over the metric and the bill tell different parts.
  const until = asked.since < today && today < told ? today : told
  const { since, notes } = await toldSince(ask, { ...asked, until })
  const range = { since, until }
  return {
    ...{ range, notes },
    costs: await unitCostsOf(ask, metrics, range, where),
    machineTime: await machineTimeOf(ask, metrics, range, where),
    tokens: await tokenUseOf(ask, range, where),
    gpus: await gpuUseOf(ask, range, where),
  }
}
