// What a call sends: the vocabulary of prompts, part of that of core/types.ts.
import type { Band, Known, Location } from './types.ts'

/**
 * One piece of what is sent to a model: text that is in the source, or a hole the program fills when it runs. `from` is the parameter
 * that carries it: `messages`, `tools`. `name` of a hole is the expression as written, shortened.
 */
export type PromptPart =
  | {
      readonly is: 'text'
      readonly text: string
      readonly at: Location
      readonly role?: string
      readonly from?: string
      /** Which message of the list it is part of. */
      readonly message?: number
      /** It goes on where the part before it ends: one text in several places. */
      readonly continues?: true
      /** It names who says the message. */
      readonly speaker?: true
    }
  | {
      readonly is: 'hole'
      readonly name: string
      readonly at: Location
      readonly role?: string
      readonly from?: string
      readonly message?: number
      /** What each turn of the loop around the call adds to what is sent: so many answers of the call, and these texts. */
      readonly grows?: {
        readonly answers: number
        readonly texts: readonly string[]
        /** What else it adds that only a run can tell, by name. */
        readonly open?: readonly string[]
      }
      /** What a search in texts that were cut into pieces brings: so many at most, each at most so long. */
      readonly retrieved?: Retrieved
      /** The name under which a template keeps it free. */
      readonly slot?: string
      /** Sound, which some models bill by tokens of its own. */
      readonly sound?: true
      /** A picture, and how closely the call asks for it to be looked at, where it says so. */
      readonly image?: Picture
    }

/** As far as the source tells; `detail` as the API writes it. */
export interface Picture {
  readonly detail: string | undefined
  /** In pixels, as it is sent. */
  readonly size?: { readonly width: number; readonly height: number }
}

export interface Retrieved {
  readonly pieces: number
  /** The longest of a piece, in `unit`. */
  readonly size: number
  readonly unit: 'character' | 'token'
  /** Where the two are written, as a place and in words: `line 14`. */
  readonly at: { readonly pieces: Location; readonly size: Location }
  readonly said: { readonly pieces: string; readonly size: string }
}

/** Undefined where it is not given. */
export interface Asked {
  /** As the API writes it: `1024x1024`, `1080p`. */
  readonly size?: Known<string>
  readonly quality?: Known<string>
  /** Of sound or film: some APIs take it as a text. */
  readonly seconds?: Known<string | number>
  /** How many documents a reranker is given. */
  readonly documents?: Known<number>
  /** A chat is to be answered in sound as well. */
  readonly sound?: true
}

/** The n-th turn of a conversation is sent `first + (n − 1) × each` input tokens. */
export interface Growth {
  /** Undefined where part of the first request is only known at run time. */
  readonly first: Band | undefined
  readonly each: Band
  /** USD for the tokens of `each`. */
  readonly eachUsd: Band | undefined
  /** What else each turn adds, of unknown length, by name: it is not in `each`. */
  readonly open: readonly string[]
  /** Undefined where the loop has no known bound. */
  readonly turns: Band | undefined
  /** USD of all turns together. */
  readonly usd: Band | undefined
}
