import type { Outcome } from './protocol.ts'

export const count = (n: number) => n.toLocaleString('en-US')

/** What became of a list, for the user: `AWS Price List, us-east-1: 1,312 prices of 2026-11-18.` */
export function sentence(outcome: Outcome): string {
  const who = outcome.region === '' ? outcome.name : `${outcome.name}, ${outcome.region}`
  if (outcome.is === 'skipped') {
    return `${who} is read by region: none of its own was named, as in --region ${outcome.example}.`
  }
  if (outcome.is === 'cancelled') return `${who}: cancelled. What was there before stays.`
  if (outcome.is === 'kept') return `${who} ${outcome.why}. What was there before stays.`
  const prices = `${count(outcome.prices)} ${outcome.prices === 1 ? 'price' : 'prices'} of ${outcome.asOf}`
  if (outcome.is === 'unchanged') return `${who}: nothing new since the last time, ${prices}.`
  const disputed = outcome.disputed === 0 ? '' : `; ${count(outcome.disputed)} are listed twice and were left out`
  return `${who}: ${prices}${disputed}${outcome.note === undefined ? '' : `; ${outcome.note}`}.`
}
