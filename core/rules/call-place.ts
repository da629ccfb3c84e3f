import { type Document, locate } from '../document.ts'
import { expressionOf } from '../fixes/arguments.ts'
import type { Module } from '../module.ts'
import type { Location, ModelCall } from '../types.ts'

/** The tightest place that stands for a call: the method's name. */
export function methodName(call: ModelCall, module: Module, document: Document): Location {
  const callee = expressionOf(call, module)?.callee
  if (!callee) return call.location
  return locate(document, callee.is === 'member' ? callee.nameSpan : callee.span)
}
