import type { Option } from 'commander'

/** A line of `--help`: what an option is for, what it takes, and what it is if left out. */
export function optionText({ description, argChoices, defaultValue, negate }: Option): string {
  const choices = argChoices ? `: ${argChoices.join(', ')}` : ''
  const usual = Array.isArray(defaultValue) ? defaultValue.join(',') : defaultValue
  const isNone = usual === undefined || usual === '' || typeof usual === 'boolean' || negate
  return `${description}${choices}${isNone ? '' : ` (${String(usual)} if left out)`}`
}
