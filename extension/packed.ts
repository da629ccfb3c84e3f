import { deserialize, serialize } from 'node:v8'

/** A value as bytes, which change threads without being read: only who looks at it makes objects of it. */
export type Packed<T> = Uint8Array & { readonly of?: T }

export const pack = <T>(value: T): Packed<T> => serialize(value)

export const unpack = <T>(packed: Packed<T>): T => deserialize(packed)

/** What goes to the other thread with it, and is not copied. */
export const bytesOf = (packed: Packed<unknown>): readonly ArrayBuffer[] => [packed.buffer as ArrayBuffer]
