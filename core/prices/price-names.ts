import type { PriceBook } from './book.ts'
import { namesOf } from './find.ts'
import { clouds } from './machines.ts'
import { storageClasses } from './storage-classes.ts'

/** What a search can be completed to. */
export interface PriceNames {
  /** Names that have the text in them, those that begin with it first; `gpt 4o` finds `gpt-4o`. */
  like(text: string, most: number): readonly string[]
  readonly all: readonly string[]
}

const plain = (text: string) => text.toLowerCase().replaceAll(/[^a-z0-9]+/g, '')

export function priceNames(book: PriceBook): PriceNames {
  const gpus = [
    ...clouds.flatMap((cloud) => book.types(cloud).map((type) => book.specs(cloud, type)?.accelerator)),
    ...book.gpuOffers().map(({ specs }) => specs.accelerator),
  ].filter((name) => name !== undefined && name !== '')
  const classes = storageClasses.map(({ service, name }) => `${service} ${name}`)
  const all = [...new Set([...(gpus as readonly string[]), ...classes, ...namesOf(book)])]
  const known = all.map((name) => ({ name, plain: plain(name) }))

  function like(text: string, most: number): readonly string[] {
    const asked = plain(text)
    if (asked === '') return []
    const found = known.flatMap(({ name, plain }) => {
      const at = plain.indexOf(asked)
      return at < 0 ? [] : [{ name, rank: at === 0 ? 0 : 1 }]
    })
    return found
      .sort((a, b) => a.rank - b.rank || a.name.length - b.name.length || a.name.localeCompare(b.name))
      .slice(0, most)
      .map(({ name }) => name)
  }
  return { all, like }
}
