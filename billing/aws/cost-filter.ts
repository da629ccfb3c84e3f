// https://docs.aws.amazon.com/aws-cost-management/latest/APIReference/API_Expression.html
import type { Scope } from '../source.ts'

export type Filter = Readonly<Record<string, unknown>>

export function costFilters({ accounts = [], tags = {} }: Scope): Filter[] {
  const byAccount = accounts.length > 0 ? [{ Dimensions: { Key: 'LINKED_ACCOUNT', Values: accounts } }] : []
  return [...byAccount, ...Object.entries(tags).map(([Key, value]) => ({ Tags: { Key, Values: [value] } }))]
}

/** A conjunction has two members or more. */
export const allOf = (filters: readonly Filter[]): Filter => (filters.length === 1 ? filters[0]! : { And: filters })
