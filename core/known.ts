import type { Band, Known, Location, Via, Why } from './types.ts'

export function known<T>(value: T, at: Location, via: Via = 'literal'): Known<T> {
  return { is: 'known', value, at, via }
}

export function assumed<T>(value: T, at: Location, via: Via = 'default'): Known<T> {
  return { is: 'assumed', value, at, via }
}

export function unknown<T>(why: Why, at?: Location): Known<T> {
  return at ? { is: 'unknown', why, at } : { is: 'unknown', why }
}

/** The value, where there is exactly one. */
export function valueOf<T>(known: Known<T>): T | undefined {
  return known.is === 'known' || known.is === 'assumed' ? known.value : undefined
}

/** Every value that it may be; empty where nobody knows them all. */
export function candidatesOf<T>(known: Known<T>): readonly T[] {
  if (known.is === 'oneOf') return known.among
  return known.is === 'known' || known.is === 'assumed' ? [known.value] : []
}

export function mapKnown<T, U>(from: Known<T>, to: (value: T) => U): Known<U> {
  switch (from.is) {
    case 'known':
    case 'assumed':
      return { ...from, value: to(from.value) }
    case 'range':
      return {
        is: 'range',
        low: to(from.low),
        ...(from.likely === undefined ? {} : { likely: to(from.likely) }),
        high: to(from.high),
        at: from.at,
      }
    case 'oneOf':
      return { is: 'oneOf', among: from.among.map(to), at: from.at }
    case 'unknown':
      return from
  }
}

/** A known number as a band; undefined where it is unknown. `oneOf` has no likeliest member: its middle is taken. */
export function bandOf(number: Known<number>): Band | undefined {
  switch (number.is) {
    case 'known':
    case 'assumed':
      return { low: number.value, likely: number.value, high: number.value }
    case 'range':
      return { low: number.low, likely: number.likely ?? (number.low + number.high) / 2, high: number.high }
    case 'oneOf': {
      const low = Math.min(...number.among)
      const high = Math.max(...number.among)
      return { low, likely: (low + high) / 2, high }
    }
    case 'unknown':
      return undefined
  }
}
