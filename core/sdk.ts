import type { Api, Provider, Repeat } from './types.ts'

/** Where a client comes from. Python: dotted path. TypeScript: `package#export`, `package#default`, `package#*`. */
export interface ClientShape {
  readonly python?: string | readonly string[]
  readonly typescript?: string | readonly string[]
  readonly provider: Provider
  /** Constructor parameter that sends the calls elsewhere: the host decides the provider (core/resolve/providers.ts). */
  readonly baseUrl?: string | readonly string[]
  /** What such a parameter may be given instead of a URL: functions, by the same kind of path, and who bills what they send. */
  readonly carriers?: Readonly<Record<string, Provider>>
  /** The module itself answers calls: `openai.chat.completions.create(...)` after `import openai`. */
  readonly module?: true
}

/**
 * One billable method. Parameter names are those of the call's named arguments, in every language of the SDK; dotted where the
 * value is inside a record: `reasoning.effort`.
 */
export interface CallShape {
  /** From the client: `chat.completions.create`. */
  readonly path: string
  readonly api: Api
  readonly model?: string
  readonly maxOutput?: string | readonly string[]
  /** The provider refuses the call without the limit, so its absence is no smell. */
  readonly maxOutputRequired?: true
  /** Parameters whose tokens are billed as input. */
  readonly input: readonly string[]
  readonly n?: string
  readonly tier?: string
  readonly reasoning?: string
  /** A key that, anywhere among the arguments, marks part of the prompt as cached. */
  readonly cacheMarker?: string
  /** `true` where the method streams, else the parameter that makes it. */
  readonly stream?: true | string
  /** Not this call where one of these parameters is given (resuming is free). */
  readonly unless?: readonly string[]
  /** The call carries many requests that are billed at the batch rate. */
  readonly batch?: true
  /** The list of a batch's requests and where each holds its parameters, `requests[].params`; the names above are then read in there. */
  readonly each?: string
  /** Loops the SDK itself runs: parameter → kind. */
  readonly repeats?: Readonly<Record<string, Repeat['kind']>>
}

export interface Sdk {
  readonly id: string
  /** What the first pass looks for in the bytes of a file: each a literal without which no call of this SDK is there. */
  readonly words: readonly string[]
  readonly clients: readonly ClientShape[]
  /** Whose API this is. Other hosts that speak it know only the last, oldest of several names of one parameter. */
  readonly own?: readonly Provider[]
  readonly calls: readonly CallShape[]
  /** Paths that cost nothing. */
  readonly free: readonly string[]
  /** Path segments that change nothing about the bill: `with_raw_response`, `with_options()`. */
  readonly transparent?: readonly string[]
}

/** What a call in an example must be seen as. Keys left out are not checked, except that every call must be listed. */
export interface SeenCall {
  readonly line: number
  readonly call: string
  readonly provider?: Provider
  /** `null`: unknown. */
  readonly model?: string | null
  readonly modelVia?: string
  readonly modelAmong?: readonly string[]
  readonly maxOutput?: number | null
  readonly n?: number
  readonly cached?: boolean
  readonly batch?: boolean
  /** Kind, form, place and, where known, bound of each: `data loop here 3`. */
  readonly repeats?: readonly string[]
  /** Each part of the prompt, a hole in braces, after the role of its message where that is fixed: `user: Hi `, `user: {name}`. */
  readonly input?: readonly string[]
}

export interface SdkExample {
  readonly lang: 'python' | 'typescript'
  readonly code: string
  readonly sees: readonly SeenCall[]
}
