import type { SimulationView } from '../core/report/simulation-view.ts'

// What the simulator and its host say to each other. It depends on types alone, so that both may import it.

export type SimulatorView = SimulationView

export type FieldView = SimulatorView['fields'][number]

/** Words of the form, in the editor's language. */
export interface SimulatorWords {
  readonly now: string
  readonly nowUsed: string
  readonly later: string
  readonly try: string
  readonly more: string
  readonly breakdown: string
  readonly columns: readonly [part: string, quantity: string, price: string, usd: string]
  readonly unknown: string
  readonly assumed: string
  readonly prices: string
  readonly writeCode: string
  readonly writeConfig: string
  readonly left: string
  readonly reset: string
  readonly undo: string
  /** `{0}` is what it was. */
  readonly was: string
  readonly notKnown: string
  readonly nothing: string
}

export type SimulatorValues = Readonly<Record<string, string>>

export interface SimulatorState {
  readonly type: 'state'
  /** `app.py:12`. */
  readonly where: string
  readonly words: SimulatorWords
  /** Undefined where the site is not there any more: `gone` says so. */
  readonly view?: SimulatorView
  readonly gone?: string
  /** Which site it is: what was typed for another one is forgotten. */
  readonly of: string
}

export type SimulatorHostMessage =
  | SimulatorState
  /** It was written: what was typed for it stands in the source now. */
  | { readonly type: 'written'; readonly to: 'code' | 'config' }

export type SimulatorMessage =
  | { readonly type: 'ready'; readonly of: string; readonly values: SimulatorValues }
  | { readonly type: 'change'; readonly of: string; readonly values: SimulatorValues }
  | { readonly type: 'write'; readonly to: 'code' | 'config' }
  | { readonly type: 'reveal' }

/** What outlay.json says, not the source. */
export const isConfigField = (id: string): boolean =>
  id.startsWith('usage:') || ['calls', 'per', 'inputTokens', 'outputTokens'].includes(id)

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isValues = (value: unknown): value is SimulatorValues =>
  isRecord(value) && Object.values(value).every((each) => typeof each === 'string')

/** A message from the form; undefined where it is none. */
export function readSimulatorMessage(data: unknown): SimulatorMessage | undefined {
  if (!isRecord(data)) return undefined
  switch (data.type) {
    case 'ready':
    case 'change':
      return isValues(data.values) && typeof data.of === 'string'
        ? { type: data.type, of: data.of, values: data.values }
        : undefined
    case 'write':
      return data.to === 'code' || data.to === 'config' ? { type: 'write', to: data.to } : undefined
    case 'reveal':
      return { type: 'reveal' }
    default:
      return undefined
  }
}
