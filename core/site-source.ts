// Where a site stands in the text, for fixes: part of the vocabulary of core/types.ts.
import type { Location } from './types.ts'

/** The call as it stands in the text, for fixes. Spans are of the document's joined text; see `core/document.ts`. */
export interface CallSource {
  /** Index into `Module.calls`. */
  readonly call: number
  /** The parameter names this call shape uses, or undefined where it has none. */
  readonly parameters: {
    readonly model?: string
    readonly maxOutput?: string
    readonly batch?: string
    readonly cache?: string
  }
  /** Where the arguments' values stand: by parameter name. */
  readonly arguments: Readonly<Record<string, Location>>
}

/** A block as it stands in the text, for fixes; or a call in code that rents, whose attributes are its arguments. */
export interface BlockSource {
  /** Between the braces, exclusive: a fix adds before its end. */
  readonly body: Location
  /** Where each written attribute's value stands, by dotted path: `root_block_device.volume_type`. */
  readonly values: Readonly<Record<string, Location>>
  /** Types of the nested blocks that are written. */
  readonly blocks: readonly string[]
  /** It is a call: nothing can be added to it as to a block. */
  readonly call?: true
  /** Of a call, where a further argument can be added to it (`addArgument` of core/fixes/arguments.ts). */
  readonly open?: OpenArguments
  /** Of a block in a module: by an attribute's path, the argument of the module's call that sets it and no other. */
  readonly given?: Readonly<Record<string, CallArgument>>
  /** Of a block in a root: the default of the variable, or the local, that sets it and no other. An environment may be given another value. */
  readonly declared?: Readonly<Record<string, CallArgument>>
}

/** Where an attribute is set that the block itself does not say. */
export interface CallArgument {
  readonly name: string
  /** Of its value, a constant; left out where the call does not say it. */
  readonly at?: Location
  /** As it is written there. */
  readonly code?: string
  /** The call's closing brace, on a line of its own: where one is put that says it. */
  readonly close?: Location
}

/** The end of the arguments of a call that are written there, each by its name. */
export interface OpenArguments {
  readonly named: 'keyword' | 'record'
  /** The last of them; undefined where there is none. */
  readonly last: Location | undefined
  /** Of no length: where the bracket closes. */
  readonly close: Location
}
