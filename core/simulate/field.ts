/** One thing of a site that can be tried otherwise. Values are text, as they are typed; an empty one is not known. */
export interface Field {
  /** `model`, `calls`, `fact:instanceType`, `usage:storedGB`. */
  readonly id: string
  readonly label: string
  readonly is: 'text' | 'number' | 'choice'
  /** As the source, the config and the defaults have it. */
  readonly value: string
  readonly unit?: string
  /** What it means, and where its value is from. */
  readonly help: string
  /** Of a choice all there are; of a text those that are known. */
  readonly options: readonly { readonly value: string; readonly label: string }[]
  /** Seldom changed: shown when somebody asks for more. */
  readonly isMore?: true
  /** Of another field: shown beside it. */
  readonly beside?: string
  /** How it is used, not what it is: where nobody has told, what is tried holds for what it costs now as well. */
  readonly isUse?: true
}

/** By the field's id; only what was changed. */
export type Values = Readonly<Record<string, string>>

/** What is wrong with what was typed, by the field's id. */
export type Mistakes = Record<string, string>

const multiples: Readonly<Record<string, number>> = { '': 1, k: 1e3, m: 1e6 }

/** `1500`, `1,500`, `1.5k`, `2M`; undefined where it is no number of 0 or more. */
export function numberOf(text: string): number | undefined {
  const [, digits, multiple] = /^\s*(\d[\d,_ ]*(?:\.\d+)?|\.\d+)\s*([kKmM]?)\s*$/.exec(text) ?? []
  if (digits === undefined) return undefined
  const number = Number(digits.replace(/[,_ ]/g, '')) * multiples[(multiple ?? '').toLowerCase()]!
  return Number.isFinite(number) ? number : undefined
}

/** What was typed as a number; a mistake is noted. Undefined where nothing was typed. */
export function numberIn(values: Values, id: string, mistakes: Mistakes, most = Number.POSITIVE_INFINITY) {
  const text = values[id]
  if (text === undefined || text.trim() === '') return undefined
  const number = numberOf(text)
  if (number !== undefined && number <= most) return number
  mistakes[id] = most === 100 ? 'A number from 0 to 100' : 'A number of 0 or more, such as 1,500 or 10k'
  return undefined
}

export const option = (value: string, label = value): Field['options'][number] => ({ value, label })
