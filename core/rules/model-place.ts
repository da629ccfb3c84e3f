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
 * Asks for another model in this call. A name that stands in the call is written over; a constant's is left to its other users, and the call
 * gets the name itself; of a client or a model made elsewhere in the file the name is written over there. Undefined where the name is no
 * plain text of this document.
 */
export function writeModel(call: ModelCall, id: string, document: Document): Edit | undefined {
  const written = writtenModel(call, id, document)
  const argument = argumentOf(call)
  if (!written || !argument || isInside(written.at, argument)) return written && replace(written.at, written.code)
  const before = textOf(document, written.at.cell).slice(0, written.at.span[0]).trimEnd()
  const isConstant = /^[\w$.]+$/.test(textIn(argument, document)) && /(^|[^=!<>])[=:]$/.test(before)
  return replace(isConstant ? argument : written.at, written.code)
}

/** Asks for another model wherever the name is taken from: for what is so of the model itself, whoever asks it. Undefined as above. */
export function writeModelForAll(call: ModelCall, id: string, document: Document): Edit | undefined {
  const written = writtenModel(call, id, document)
  return written && replace(written.at, written.code)
}

/** Where the name stands as a plain text, and another one written as it is. */
function writtenModel({ model }: ModelCall, id: string, document: Document) {
  if (model.is !== 'known' || model.at.file !== document.file) return undefined
  const code = textIn(model.at, document)
  const quote = code[0] ?? ''
  if (!/^['"`]$/.test(quote) || code !== quote + model.value + quote) return undefined
  return { at: model.at, code: quote + id + quote }
}

const textIn = ({ cell, span }: Location, document: Document): string => textOf(document, cell).slice(...span)
