/** What a sum changed by, in parts that add up to it. Amounts, in one currency. */
export interface Drivers {
  /** Charges that were not there before. */
  readonly arrived: number
  /** Charges that are no longer there. */
  readonly left: number
  /** More or less of the same, at the price of before. */
  readonly quantity: number
  /** The same at another price, over what is used now. */
  readonly price: number
  /** The change of charges whose quantity is not told in both periods. */
  readonly untold: number
}

/** One thing charged for, in one period. `quantity` null: not told. */
export interface Charged {
  readonly amount: number
  readonly quantity: number | null
}

const none: Drivers = { arrived: 0, left: 0, quantity: 0, price: 0, untold: 0 }

/** Undefined: it was not charged for in that period. */
export function driversOf(before: Charged | undefined, now: Charged | undefined): Drivers {
  if (!before || !now) return { ...none, arrived: now?.amount ?? 0, left: -(before?.amount ?? 0) }
  const change = now.amount - before.amount
  // Without a quantity on both sides there is no unit price to compare.
  if (!before.quantity || !now.quantity) return { ...none, untold: change }
  const quantity = (now.quantity - before.quantity) * (before.amount / before.quantity)
  return { ...none, quantity, price: change - quantity }
}

export const together = (parts: readonly Drivers[]): Drivers =>
  parts.reduce(
    (sum, part) => ({
      arrived: sum.arrived + part.arrived,
      left: sum.left + part.left,
      quantity: sum.quantity + part.quantity,
      price: sum.price + part.price,
      untold: sum.untold + part.untold,
    }),
    none,
  )
