import { type Document, textOf } from '../document.ts'
import { replace } from '../fixes/arguments.ts'
import type { Edit, Location, ModelCall } from '../types.ts'

const argumentOf = ({ source }: ModelCall): Location | undefined => source.arguments[source.parameters.model ?? '']

const isInside = (inner: Location, outer: Location): boolean =>
  inner.file === outer.file &&
  inner.cell === outer.cell &&
  outer.span[0] <= inner.span[0] &&
  inner.span[1] <= outer.span[1]

/** The tightest place in this document that says which model is asked: the argument, else where its name is written, else the call. */
export function modelPlace(call: ModelCall, document: Document): Location {
  const written = call.model.is === 'known' ? call.model.at : undefined
  return argumentOf(call) ?? (written?.file === document.file ? written : call.location)
}

/** Where the name is written apart from the call, for related information. */
export function modelConstant(call: ModelCall): Location | undefined {
  const argument = argumentOf(call)
  const written = call.model.is === 'known' ? call.model.at : undefined
  return written && argument && !isInside(written, argument) ? written : undefined
}

/**
 * Asks for another model. A name that stands in the call is written over; a constant's is left to its other users, and the call gets the
 * name itself; of a client or a model made elsewhere in the file the name is written over there. Undefined where the name is no plain
 * text of this document.
 */
export function writeModel(call: ModelCall, id: string, document: Document): Edit | undefined {
  const { model } = call
  if (model.is !== 'known' || model.at.file !== document.file) return undefined
  const text = (at: Location) => textOf(document, at.cell).slice(...at.span)
  const quote = text(model.at)[0] ?? ''
  if (!/^['"`]$/.test(quote) || text(model.at) !== quote + model.value + quote) return undefined
  const argument = argumentOf(call)
  const written = quote + id + quote
  if (!argument || isInside(model.at, argument)) return replace(model.at, written)
  const before = textOf(document, model.at.cell).slice(0, model.at.span[0]).trimEnd()
  const isConstant = /^[\w$.]+$/.test(text(argument)) && /(^|[^=!<>])[=:]$/.test(before)
  return replace(isConstant ? argument : model.at, written)
}
