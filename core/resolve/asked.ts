// What decides the price of what is not billed by tokens: pictures, speech, film, documents in order.
import { locate } from '../document.ts'
import { known, unknown, valueOf } from '../known.ts'
import type { Api, Asked, Known } from '../types.ts'
import { elementsOf } from './data.ts'
import { type Chain, leverIn, readLever, type Way } from './levers.ts'
import { isNumber, isText, isTextOrNumber, readGiven, spanOf } from './read.ts'

const given = <T>(value: Known<T>): Known<T> | undefined =>
  value.is === 'unknown' && value.why === 'absent' ? undefined : value

/** Undefined where the call gives none of it. */
export function askedOf(way: Way, chains: readonly Chain[], api: Api): Asked | undefined {
  const size = given(sidesOf(way, chains)) ?? given(readLever(way, chains, 'size', isText))
  const quality = given(readLever(way, chains, 'quality', isText))
  const seconds = given(readLever(way, chains, 'seconds', isTextOrNumber))
  const documents = api === 'rerank' ? given(documentsOf(way, chains)) : undefined
  const sound = saysSound(way, chains)
  if (!size && !quality && !seconds && !documents && !sound) return undefined
  return {
    ...(size && { size }),
    ...(quality && { quality }),
    ...(seconds && { seconds }),
    ...(documents && { documents }),
    ...(sound ? { sound } : {}),
  }
}

function saysSound({ context }: Way, chains: readonly Chain[]): boolean {
  const own = chains[0]?.[0]
  const lists = own?.args.first(own.levers.modalities).given.among ?? []
  const words = lists.flatMap((list) => elementsOf(context, list) ?? []).flatMap(context.evaluate)
  return words.some((word) => word.is === 'scalar' && /^audio$/i.test(String(word.value)))
}

function sidesOf({ context, document }: Way, chains: readonly Chain[]): Known<string> {
  const own = chains[0]?.[0]
  const [width, height] = (own?.levers.sides ?? []).map((params) =>
    readGiven(context, document, own!.args.first(params).given, isNumber),
  )
  if (!width || !height || (width.is === 'unknown' && width.why === 'absent')) return unknown('absent')
  const [wide, high] = [valueOf(width), valueOf(height)]
  const { at } = width
  return wide === undefined || high === undefined || !at ? unknown('dynamic', at) : known(`${wide}x${high}`, at)
}

/** Most APIs call the list what it is. */
function documentsOf({ context, document }: Way, chains: readonly Chain[]): Known<number> {
  const own = chains[0]?.[0]
  const found = (chains[0] && leverIn(chains[0], 'documents'))?.given ?? own?.args.get('documents')
  const [list, ...others] = found?.among ?? []
  if (!list || found?.state === 'absent') return unknown('absent')
  const at = locate(document, spanOf(context, list))
  const items = others.length === 0 && found?.state === 'given' ? elementsOf(context, list) : undefined
  return items ? known(items.length, at) : unknown('dynamic', at)
}
