// https://developer.hashicorp.com/terraform/language/functions/cidrsubnet
import { known } from '../../../../core/known.ts'
import { list, toNumber, toText, type Value } from '../value.ts'
import { type FunctionTable, onTexts, plainly } from './function.ts'

/** An address as a number of 32 or 128 bits. */
interface Address {
  readonly bits: 32 | 128
  readonly number: bigint
}

interface Prefix extends Address {
  readonly length: number
}

/** An octet with leading zeros is decimal, as Terraform takes it. */
function addressOf(text: string): Address | undefined {
  const octets = text.split('.')
  if (!text.includes(':')) {
    const isAddress = octets.length === 4 && octets.every((octet) => /^\d{1,3}$/.test(octet) && Number(octet) < 256)
    return isAddress ? { bits: 32, number: joined(octets.map(Number), 8n) } : undefined
  }
  const tail = addressOf(text.slice(text.lastIndexOf(':') + 1))
  const plain =
    tail?.bits === 32
      ? `${text.slice(0, text.lastIndexOf(':') + 1)}${(tail.number >> 16n).toString(16)}:${(tail.number & 0xffffn).toString(16)}`
      : text
  const halves = plain.split('::').map((half) => (half === '' ? [] : half.split(':')))
  const [before = [], after] = halves
  const missing = 8 - before.length - (after?.length ?? 0)
  const isWhole = after === undefined ? missing === 0 : missing > 0
  if (halves.length > 2 || !isWhole) return undefined
  const groups = [...before, ...Array<string>(after === undefined ? 0 : missing).fill('0'), ...(after ?? [])]
  const isAddress = groups.every((group) => /^[\da-fA-F]{1,4}$/.test(group))
  return isAddress
    ? {
        bits: 128,
        number: joined(
          groups.map((group) => Number.parseInt(group, 16)),
          16n,
        ),
      }
    : undefined
}

const joined = (parts: readonly number[], width: bigint) =>
  parts.reduce((number, part) => (number << width) | BigInt(part), 0n)

/** With the bits behind the prefix set to zero. */
function prefixOf(text: string): Prefix | undefined {
  const [, before, digits] = /^(.+)\/(\d{1,3})$/.exec(text) ?? []
  const address = before === undefined ? undefined : addressOf(before)
  const length = Number(digits)
  if (address === undefined || length > address.bits) return undefined
  const host = BigInt(address.bits - length)
  return { ...address, length, number: (address.number >> host) << host }
}

const groupsOf = ({ bits, number }: Address, width: number) =>
  Array.from({ length: bits / width }, (_, i) =>
    Number((number >> BigInt(bits - width * (i + 1))) & ((1n << BigInt(width)) - 1n)),
  )

/** The longest run of two or more zero groups of IPv6 is written `::`. */
function addressText(address: Address): string {
  if (address.bits === 32) return groupsOf(address, 8).join('.')
  const groups = groupsOf(address, 16)
  const runs = groups.map((_, i) => {
    const end = groups.findIndex((group, j) => j >= i && group !== 0)
    return (end < 0 ? 8 : end) - i
  })
  const length = Math.max(...runs)
  const hex = (from: number, to: number) =>
    groups
      .slice(from, to)
      .map((group) => group.toString(16))
      .join(':')
  if (length < 2) return hex(0, 8)
  const start = runs.indexOf(length)
  return `${hex(0, start)}::${hex(start + length, 8)}`
}

const prefixText = (prefix: Prefix) => `${addressText(prefix)}/${prefix.length}`

function subnet(prefix: Prefix, newbits: number, netnum: bigint): Prefix | undefined {
  const length = prefix.length + newbits
  if (!Number.isInteger(newbits) || newbits < 0 || length > prefix.bits) return undefined
  if (netnum < 0n || netnum >> BigInt(newbits) !== 0n) return undefined
  return { ...prefix, length, number: prefix.number | (netnum << BigInt(prefix.bits - length)) }
}

/** One after another, each at the next boundary of its own size that is free. */
function subnets(prefix: Prefix, newbits: readonly number[]): readonly Prefix[] | undefined {
  const made: Prefix[] = []
  let next = prefix.number
  for (const bits of newbits) {
    const first = subnet(prefix, bits, 0n)
    if (first === undefined) return undefined
    const size = 1n << BigInt(prefix.bits - first.length)
    const start = ((next + size - 1n) / size) * size
    if (start + size > prefix.number + (1n << BigInt(prefix.bits - prefix.length))) return undefined
    made.push({ ...first, number: start })
    next = start + size
  }
  return made
}

/** A negative number counts from the end of the range. */
function host(prefix: Prefix, number: number): Address | undefined {
  if (!Number.isInteger(number)) return undefined
  const size = 1n << BigInt(prefix.bits - prefix.length)
  const at = number < 0 ? size + BigInt(number) : BigInt(number)
  return at < 0n || at >= size ? undefined : { bits: prefix.bits, number: prefix.number + at }
}

const prefixIn = (value: Value | undefined) => prefixOf(toText(value ?? null) ?? '')

export const network: FunctionTable = {
  cidrcontains: onTexts(2, (outer, inner) => {
    const range = prefixOf(outer)
    const address = addressOf(inner)
    const within = prefixOf(inner) ?? (address && { ...address, length: address.bits })
    if (range === undefined || within === undefined || range.bits !== within.bits) return undefined
    const rest = BigInt(range.bits - range.length)
    return within.length >= range.length && within.number >> rest === range.number >> rest
  }),
  cidrhost: plainly((prefix, number) => {
    const [range, at] = [prefixIn(prefix), toNumber(number ?? null)]
    const address = range === undefined || at === undefined ? undefined : host(range, at)
    return address && addressText(address)
  }),
  cidrnetmask: plainly((prefix) => {
    const range = prefixIn(prefix)
    if (range === undefined || range.bits !== 32) return undefined
    const rest = BigInt(32 - range.length)
    return addressText({ bits: 32, number: (0xffffffffn >> rest) << rest })
  }),
  cidrsubnet: plainly((prefix, newbits, netnum) => {
    const [range, bits, number] = [prefixIn(prefix), toNumber(newbits ?? null), toNumber(netnum ?? null)]
    if (range === undefined || bits === undefined || number === undefined || !Number.isInteger(number)) return undefined
    const made = subnet(range, bits, BigInt(number))
    return made && prefixText(made)
  }),
  cidrsubnets: ([prefix, ...newbits], at) => {
    const [range, bits] = [prefixIn(prefix), newbits.map(toNumber)]
    if (range === undefined || bits.includes(undefined)) return undefined
    const made = subnets(
      range,
      bits.map((one) => one!),
    )
    return made && known<Value>(list(made.map((one) => known<Value>(prefixText(one), at))), at)
  },
}
