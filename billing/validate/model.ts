import { corrections, untellable } from './corrections.ts'

// FOCUS 1.2's requirements as its working group publishes them for machines: focus-requirements-1.2.json, unchanged (see NOTICE).

export interface Check {
  readonly CheckFunction?: string
  readonly Items?: readonly Check[]
  readonly ModelRuleId?: string
  readonly ColumnName?: string
  readonly ColumnAName?: string
  readonly ColumnBName?: string
  readonly ResultColumnName?: string
  readonly Value?: string | number | null
  readonly ExpectedCount?: number
}

export interface Model {
  readonly ModelRules: Readonly<
    Record<
      string,
      {
        readonly Reference: string
        /** Dynamic: of what no file tells, such as what a provider supports. */
        readonly Type: 'Static' | 'Dynamic'
        readonly ApplicabilityCriteria: readonly string[]
        readonly ValidationCriteria: {
          readonly MustSatisfy: string
          readonly Keyword: string
          readonly Requirement: Check
          readonly Condition: Check
        }
      }
    >
  >
}

/** One requirement that is not made of others. */
export interface Requirement {
  readonly rule: string
  readonly column: string
  /** The requirement in the specification's words. */
  readonly sentence: string
  /** MUST and MUST NOT; else what the specification only recommends. */
  readonly isMust: boolean
  /** Whether a provider that lacks a feature may do without it. */
  readonly isOptional: boolean
  readonly check: Check
  /** All must hold for a row, for the check to be of it. */
  readonly conditions: readonly Check[]
}

/** A sentence of some rows whose condition the model leaves out cannot be checked. */
const isHalf = (sentence: string, condition: Check) =>
  /\b(when|except)\b/.test(sentence) && condition.CheckFunction === undefined

/** Every requirement of the data set, each with the conditions of those it is part of. `unchecked`: how many have nothing to run. */
export function requirementsOf({ ModelRules }: Model): {
  readonly list: readonly Requirement[]
  readonly unchecked: number
} {
  const list: Requirement[] = []
  const seen = new Set<string>()
  let unchecked = 0

  function visit(rule: string, above: readonly Check[], isOptional: boolean): void {
    const found = ModelRules[rule]
    if (!found || seen.has(rule)) return
    seen.add(rule)
    const correction = corrections[rule]
    const { MustSatisfy, Keyword, Requirement, Condition } = { ...found.ValidationCriteria, ...correction }
    const conditions = Condition.CheckFunction ? [...above, Condition] : above
    const optional = isOptional || found.ApplicabilityCriteria.length > 0
    const parts = (Requirement.Items ?? []).flatMap(({ ModelRuleId }) => ModelRuleId ?? [])
    if (parts.length > 0) {
      for (const part of parts) visit(part, conditions, optional)
      return
    }
    if (Keyword === 'MAY') return
    const isPresence = Requirement.CheckFunction === 'ColumnPresent'
    const cannotBeAsked = !isPresence && !optional && conditions.length === 0 && isHalf(MustSatisfy, Condition)
    const isTold = found.Type === 'Static' || correction !== undefined
    if (!Requirement.CheckFunction || !isTold || untellable.has(rule) || cannotBeAsked) unchecked += 1
    else
      list.push({
        rule,
        column: columnOf(Requirement) ?? found.Reference,
        sentence: MustSatisfy,
        // What only providers with a feature must do is advice: the file does not say whether this one has it.
        isMust: Keyword.startsWith('MUST') && !(optional && /provider supports/.test(MustSatisfy)),
        isOptional: optional,
        check: Requirement,
        conditions,
      })
  }

  visit('CostAndUsage-D-000-M', [], false)
  return { list, unchecked }
}

const columnOf = ({ ColumnName, ColumnAName, Items }: Check): string | undefined =>
  ColumnName ?? ColumnAName ?? (Items?.[0] && columnOf(Items[0]))

/** Columns without which it is open which rows a condition is of. One that is missing has not the value that it is compared with. */
export function columnsNeeded(condition: Check): string[] {
  const { CheckFunction, Items, Value } = condition
  if (Items) return Items.flatMap(columnsNeeded)
  const isCompared = CheckFunction === 'CheckValue' || CheckFunction === 'CheckNotValue'
  return isCompared && typeof Value === 'string' ? [] : columnsOf(condition)
}

/** Every column a check looks at. */
export function columnsOf({ ColumnName, ColumnAName, ColumnBName, ResultColumnName, Items = [] }: Check): string[] {
  const own = [ColumnName, ColumnAName, ColumnBName, ResultColumnName].filter((name) => name !== undefined)
  return [...own, ...Items.flatMap(columnsOf)]
}
