import type { Check } from './model.ts'

// Where the model, in version 1.2, checks something else than its sentence says, or nothing though the rows tell.

const is = (ColumnName: string, Value: string | null): Check => ({ CheckFunction: 'CheckValue', ColumnName, Value })
const isNot = (ColumnName: string, Value: string | null): Check => ({
  CheckFunction: 'CheckNotValue',
  ColumnName,
  Value,
})
const all = (...Items: Check[]): Check => ({ CheckFunction: 'AND', Items })
const any = (...Items: Check[]): Check => ({ CheckFunction: 'OR', Items })
const after = (ColumnAName: string, ColumnBName: string): Check => ({
  CheckFunction: 'CheckAfter',
  ColumnAName,
  ColumnBName,
})

interface Correction {
  readonly Requirement?: Check
  readonly Condition?: Check
}

/** By rule: what its sentence says, in the place of what the model has. */
export const corrections: Readonly<Record<string, Correction>> = {
  // asked of corrections, where it is to be asked of all but them
  'ConsumedQuantity-C-006-C': { Condition: isNot('ChargeClass', 'Correction') },
  // asks for a value where there is to be none
  'CommitmentDiscountStatus-C-003-C': { Requirement: is('CommitmentDiscountStatus', null) },
  // asked where there is no commitment, instead of where there is one
  'CommitmentDiscountStatus-C-004-C': {
    Condition: all(isNot('CommitmentDiscountId', null), is('ChargeCategory', 'Usage')),
  },
  // takes Active, Expired and Pending for the values
  'CommitmentDiscountStatus-C-005-M': {
    Requirement: any(is('CommitmentDiscountStatus', 'Used'), is('CommitmentDiscountStatus', 'Unused')),
  },
  // names the column of its condition in another field
  'ResourceType-C-005-C': { Condition: isNot('ResourceId', null) },
  // no check; an exclusive end is after the inclusive start
  'ChargePeriodEnd-C-004-M': { Requirement: after('ChargePeriodEnd', 'ChargePeriodStart') },
  'BillingPeriodEnd-C-004-M': { Requirement: after('BillingPeriodEnd', 'BillingPeriodStart') },
  // no check
  'PricingCurrencyContractedUnitPrice-C-004-C': { Requirement: is('PricingCurrencyContractedUnitPrice', null) },
  'PricingCurrencyContractedUnitPrice-C-008-C': {
    Requirement: {
      CheckFunction: 'CheckGreaterOrEqualThanValue',
      ColumnName: 'PricingCurrencyContractedUnitPrice',
      Value: 0,
    },
  },
}

/** What its sentence asks of some rows only, by something that no column tells. */
export const untellable: ReadonlySet<string> = new Set([
  'EffectiveCost-C-005-C', // asked of every purchase, where it is to be asked of those that cover later charges
  'BilledCost-C-005-C', // takes an issuer whose name differs from the provider's brand for a third party
])
