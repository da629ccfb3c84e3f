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

/** Where the model, in version 1.2, checks something else than its sentence says. */
const mistaken: ReadonlySet<string> = new Set([
  'ConsumedQuantity-C-006-C', // asked of corrections, where it is to be asked of all but them
  'CommitmentDiscountStatus-C-003-C', // asks for a value where there is to be none
  'CommitmentDiscountStatus-C-004-C', // asked where there is no commitment, instead of where there is one
  'CommitmentDiscountStatus-C-005-M', // takes Active, Expired and Pending for the values, which are Used and Unused
  'EffectiveCost-C-005-C', // asked of every purchase, where it is to be asked of those that cover later charges
  'BilledCost-C-005-C', // takes an issuer whose name differs from the provider's brand for a third party
])

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
    const { MustSatisfy, Keyword, Requirement, Condition } = found.ValidationCriteria
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
    if (!Requirement.CheckFunction || found.Type === 'Dynamic' || mistaken.has(rule) || cannotBeAsked) unchecked += 1
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

/** Every column a check looks at. */
export function columnsOf({ ColumnName, ColumnAName, ColumnBName, ResultColumnName, Items = [] }: Check): string[] {
  const own = [ColumnName, ColumnAName, ColumnBName, ResultColumnName].filter((name) => name !== undefined)
  return [...own, ...Items.flatMap(columnsOf)]
}
