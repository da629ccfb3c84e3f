import { printUsd, say, usd } from '../money.ts'
import type { Cheaper } from '../prices/cheaper.ts'

/** `g6.xlarge on demand: saves $146.88 per month. Lost: L4 instead of A10G: speed not compared`. */
export function cheaperSentence(it: Cheaper, own: string | undefined): string {
  const { what, provider, region, how, saves, count, lost } = it
  const many = count === undefined ? '' : say`${count} × `
  const seller = provider === own ? '' : ` at ${provider}`
  const place = provider === own || region === undefined ? '' : `, ${region}`
  const bought = how === undefined ? '' : how === 'spot' ? ' on spot' : ' on demand'
  const losses = lost.length === 0 ? 'Nothing known is lost' : `Lost: ${lost.join('; ')}`
  return `${many}${what}${seller}${place}${bought}: saves ${printUsd(usd(saves.usd))} per ${saves.per}. ${losses}`
}
