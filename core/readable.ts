import type { Document } from './document.ts'
import type { Problem } from './types.ts'

/** More source than this is generated, vendored or data; a person wrote no such file. UTF-16 units. */
export const maxSource = 2_000_000

/** Longest line a person would write, on average over a script: past it the file is minified. A Python file holds long texts instead. */
const maxMeanLine = 500

/** JSON that is read with Terraform and is none of its own syntax: what `terraform show -json` prints. */
export const isPlan = ({ file, language }: Document) => language === 'terraform' && isPlanName(file)

const isPlanName = (file: string) => file.endsWith('.json') && !/\.(?:tf|tofu|tfvars)\.json$/.test(file)

/** Characters of a plan. */
export const maxPlan = 64 * 1024 * 1024
const planTooLong = 'Skipped: this plan is longer than the 64 MB Outlay reads.'

/** Why a document is left alone, in words for the user; undefined where it can be read. */
export function tooMuch(document: Document): Problem | undefined {
  const skip = (message: string): Problem => ({ file: document.file, message })
  const length = document.text.length
  if (isPlan(document)) return length > maxPlan ? skip(planTooLong) : undefined
  if (length > maxSource)
    return skip(`Skipped: ${(length / 1e6).toFixed(1)} MB of source is more than the 2 MB Outlay reads.`)
  if (document.text.includes('\0')) return skip('Skipped: this is a binary file.')
  if (document.language === 'typescript' && length > 20_000 && length / lines(document.text) > maxMeanLine)
    return skip('Skipped: this file is minified.')
  return undefined
}

function lines(text: string): number {
  let count = 1
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++
  return count
}
