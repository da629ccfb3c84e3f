import { line, usage } from '../../../../core/estimate/resource-line.ts'
import { valueOf } from '../../../../core/known.ts'
import type { Assumption, Known, Line, Price, Resource, Why } from '../../../../core/types.ts'

/** For `assumes`: what the copies of a disk take where nobody says. */
export const wholeDisk: Omit<Assumption, 'at'> = {
  what: 'stored',
  value: 'the whole disk',
  from: 'a first copy of a full disk; usage storedGB says otherwise',
}

/** A copy stores what was written, compressed: the size of the disk is the most it takes, and what it takes is use. */
export function storedLine(resource: Resource, label: string, size: Known<number>, price: Price | Why): Line {
  const told = usage(resource, 'storedGB')
  const whole = valueOf(size)
  const most: Known<number> =
    whole === undefined ? told : { is: 'range', low: 0, likely: whole, high: whole, at: resource.location }
  return line(label, 'GB-month', told.is === 'unknown' ? most : told, price)
}
