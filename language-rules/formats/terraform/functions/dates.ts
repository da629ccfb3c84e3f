// https://developer.hashicorp.com/terraform/language/functions/formatdate
import { unknown } from '../../../../core/known.ts'
import { type FunctionTable, onTexts, type TerraformFunction } from './function.ts'

/** An instant, and the offset its own clock shows. Milliseconds, minutes. */
interface Stamp {
  readonly ms: number
  readonly offset: number
}

const rfc3339 = /^(\d{4})-(\d\d)-(\d\d)[Tt](\d\d):(\d\d):(\d\d)(?:\.\d+)?(?:[Zz]|([+-])(\d\d):(\d\d))$/

function stampOf(text: string): Stamp | undefined {
  const match = rfc3339.exec(text)
  const ms = match === null ? Number.NaN : Date.parse(text.toUpperCase())
  if (match === null || Number.isNaN(ms)) return undefined
  const offset = Number(match[8] ?? 0) * 60 + Number(match[9] ?? 0)
  const isReal = new Date(ms + (match[7] === '-' ? -offset : offset) * 60_000).getUTCDate() === Number(match[3])
  return isReal ? { ms, offset: match[7] === '-' ? -offset : offset } : undefined
}

const two = (number: number) => String(number).padStart(2, '0')

/** `-08:00`, without its colon, or with the name UTC has. */
const zone = (offset: number, colon: string) =>
  `${offset < 0 ? '-' : '+'}${two(Math.floor(Math.abs(offset) / 60))}${colon}${two(Math.abs(offset) % 60)}`

const months = 'January February March April May June July August September October November December'.split(' ')
const days = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ')

const parts: Readonly<Record<string, (clock: Date, offset: number) => string>> = {
  YYYY: (clock) => String(clock.getUTCFullYear()).padStart(4, '0'),
  YY: (clock) => two(clock.getUTCFullYear() % 100),
  MMMM: (clock) => months[clock.getUTCMonth()]!,
  MMM: (clock) => months[clock.getUTCMonth()]!.slice(0, 3),
  MM: (clock) => two(clock.getUTCMonth() + 1),
  M: (clock) => String(clock.getUTCMonth() + 1),
  DD: (clock) => two(clock.getUTCDate()),
  D: (clock) => String(clock.getUTCDate()),
  EEEE: (clock) => days[clock.getUTCDay()]!,
  EEE: (clock) => days[clock.getUTCDay()]!.slice(0, 3),
  hh: (clock) => two(clock.getUTCHours()),
  h: (clock) => String(clock.getUTCHours()),
  HH: (clock) => two(clock.getUTCHours() % 12 || 12),
  H: (clock) => String(clock.getUTCHours() % 12 || 12),
  AA: (clock) => (clock.getUTCHours() < 12 ? 'AM' : 'PM'),
  aa: (clock) => (clock.getUTCHours() < 12 ? 'am' : 'pm'),
  mm: (clock) => two(clock.getUTCMinutes()),
  m: (clock) => String(clock.getUTCMinutes()),
  ss: (clock) => two(clock.getUTCSeconds()),
  s: (clock) => String(clock.getUTCSeconds()),
  ZZZZZ: (_, offset) => zone(offset, ':'),
  ZZZZ: (_, offset) => zone(offset, ''),
  ZZZ: (_, offset) => (offset === 0 ? 'UTC' : zone(offset, '')),
  Z: (_, offset) => (offset === 0 ? 'Z' : zone(offset, ':')),
}

function formatdate(spec: string, text: string): string | undefined {
  const stamp = stampOf(text)
  if (stamp === undefined || (spec.match(/'/g)?.length ?? 0) % 2 > 0) return undefined
  const clock = new Date(stamp.ms + stamp.offset * 60_000)
  let isKnown = true
  const made = spec.replace(/'((?:[^']|'')*)'|(([A-Za-z])\3*)/g, (_, literal?: string, sequence?: string) => {
    if (sequence === undefined) return literal!.replaceAll("''", "'")
    const part = Object.hasOwn(parts, sequence) ? parts[sequence] : undefined
    if (part === undefined) isKnown = false
    return part?.(clock, stamp.offset) ?? ''
  })
  return isKnown ? made : undefined
}

/** Milliseconds of each unit of a duration. */
const units: Readonly<Record<string, number>> = {
  ns: 1e-6,
  us: 1e-3,
  µs: 1e-3,
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
}

function durationOf(text: string): number | undefined {
  if (!/^[+-]?(0|((\d+\.?\d*|\.\d+)(ns|us|µs|ms|s|m|h))+)$/.test(text)) return undefined
  const all = [...text.matchAll(/(\d+\.?\d*|\.\d+)(ns|us|µs|ms|s|m|h)/g)]
  const total = all.reduce((sum, [, number, unit]) => sum + Number(number) * units[unit!]!, 0)
  return text.startsWith('-') ? -total : total
}

function timeadd(text: string, duration: string): string | undefined {
  const [stamp, by] = [stampOf(text), durationOf(duration)]
  if (stamp === undefined || by === undefined) return undefined
  const clock = new Date(stamp.ms + by + stamp.offset * 60_000)
  if (Number.isNaN(clock.getTime())) return undefined
  return clock.toISOString().slice(0, 19) + (stamp.offset === 0 ? 'Z' : zone(stamp.offset, ':'))
}

/** The time at which Terraform runs. */
const now: TerraformFunction = (_, at) => unknown('dynamic', at)

export const dates: FunctionTable = {
  formatdate: onTexts(2, formatdate),
  timeadd: onTexts(2, timeadd),
  timecmp: onTexts(2, (a, b) => {
    const [first, second] = [stampOf(a), stampOf(b)]
    return first === undefined || second === undefined ? undefined : Math.sign(first.ms - second.ms)
  }),
  plantimestamp: now,
  timestamp: now,
}
