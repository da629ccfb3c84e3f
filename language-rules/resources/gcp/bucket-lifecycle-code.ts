// https://cloud.google.com/storage/docs/lifecycle: whether a program gives the buckets it makes a lifecycle.
import { isUnwritten } from '../../../core/estimate/resource-line.ts'
import type { Block } from '../../../core/format.ts'
import { known, unknown } from '../../../core/known.ts'
import type { FactSource } from '../../../core/resource.ts'
import type { Fact, Known } from '../../../core/types.ts'

const setters = ['google.bucket_lifecycle', 'google.lifecycle', 'google.web_lifecycle']

const changes = ['google.bucket_change', 'google.bucket_class', 'google.web_metadata']

/** Undefined where nothing is written at any of them. */
function written(block: Block, paths: readonly string[]): Known<Fact> | undefined {
  const told = paths.flatMap((path) => [block.list(path), block.fact(path)])
  if (told.some(({ is }) => is === 'known')) return known<Fact>(true, block.location)
  // What is handed in whole may hold anything: that it holds this is not said.
  const isOpen = told.some((each) => each.is !== 'unknown' || (!isUnwritten(each) && each.at !== undefined))
  return isOpen ? unknown('dynamic', block.location) : undefined
}

/**
 * Whether rules are set in the file, of whichever bucket, as it is made or later; not known where the program deletes buckets again.
 * https://cloud.google.com/storage/docs/autoclass moves objects by itself.
 */
const aged =
  (...own: readonly string[]) =>
  (block: Block): Known<Fact> => {
    if (block.ofType('google.delete_bucket').length > 0) return unknown('dynamic', block.location)
    const later = setters.some((type) => block.ofType(type).length > 0)
    const among = changes
      .flatMap((type) => block.ofType(type))
      .map((each) => written(each, ['.lifecycle_rules', '[0].lifecycle', '[0].lifecycle.rule']))
      .find((each) => each !== undefined)
    if (later) return known<Fact>(true, block.location)
    return among ?? written(block, own) ?? known<Fact>(false, block.location)
  }

type Facts = Readonly<Record<string, FactSource>>

const python = (at: string, name: string): Facts => ({
  name,
  lifecycle: aged(...at.split('|').flatMap((of) => [`${of}.lifecycle_rules`, `${of}.autoclass_enabled`])),
})

const web = (options: string, name: string): Facts => ({
  name,
  lifecycle: aged(`${options}.lifecycle`, `${options}.lifecycle.rule`, `${options}.autoclass.enabled`),
})

export const agedBuckets = {
  made: python('[0]|bucket_or_name', '[0]|bucket_or_name|[0].name|bucket_or_name.name'),
  own: python('', '^[0]|^bucket_name'),
  webMade: web('[1]', '[0]'),
  webOwn: web('[0]', '^[0]'),
}
