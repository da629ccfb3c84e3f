// A browser has no bytes to make of a value but its own copy: it is sent as it is.

export interface Packed<T> {
  readonly value: T
}

export const pack = <T>(value: T): Packed<T> => ({ value })

export const unpack = <T>({ value }: Packed<T>): T => value

export const bytesOf = (_: Packed<unknown>): readonly ArrayBuffer[] => []
