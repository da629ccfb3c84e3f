import type { LanguageId } from './language.ts'
import type { Api, Provider, Repeat } from './types.ts'

/**
 * The names a value may be given by; the first that is given wins. `model`; `config.max_output_tokens`, a field of one; `[0]`, the
 * first argument without a name; `[1].maxTokens`, a field of the second; `configs.[0].model`, a field of the first item of a list; `strong&weak`, one or the other, as a run picks. A field is also found in JSON: `body.max_tokens` of
 * `body=json.dumps({…})`.
 */
export type Params = string | readonly string[]

/**
 * How the id of a model is written: as the provider has it, or with who sells it before it: `openai/gpt-4o`, `openai:gpt-4o`. A bare text is
 * the id of a `gateway` that bills it.
 */
export type IdForm = 'plain' | 'provider/model' | 'provider:model' | 'gateway'

/**
 * What a call is billed by, where it is given. The call itself is asked first, then what was called on the way to it, nearest first,
 * then the clients, models and agents these are made of.
 */
export interface Levers {
  /** A model's id, or something that stands for a model: `ChatOpenAI(model=…)`, `openai("gpt-4o")`. */
  readonly model?: Params
  readonly id?: IdForm
  /** The model the library takes where none is given, by its documentation: told beside a model that is not known, never taken for it. */
  readonly defaultModel?: string
  /** What is given as a model is a name from a list of records: each has the name under `name` and what it stands for under `model`. */
  readonly aliases?: { readonly list: Params; readonly name: string; readonly model: string }
  /** Parameters that hold another client, model or agent, or a list of them: what it is billed by is theirs. */
  readonly of?: Params
  /** Parameters that hold what is added to it, all at once: middleware, a prompt. `*`: any parameter. */
  readonly with?: Params
  /** Parts of the prompt are marked as cached by what this is: a caching middleware. */
  readonly cached?: true
  /**
   * Where the program sets one for all: `llama_index.core.Settings.llm`, or an argument of a call: `dspy.configure(lm)`; of one that does so
   * for the block it is the head of, `with dspy.context(lm)`. Of something with a provider of its own, the client it is sent through: `agents.set_default_openai_client(client)`.
   */
  readonly ambient?: Params
  /**
   * What the library makes for itself where nothing is given and the program sets none, by its documentation: `Settings.llm` of LlamaIndex is
   * `OpenAI()` then. Not where one of `unless` is given, or anything by its place alone, nor in what others may call (core/resolve/unset.ts).
   */
  readonly unset?: { readonly python: string; readonly unless?: Params }
  /** Parameter → its value → who bills then: `vertexai=True`, `provider: "groq"`. The last of them that is given decides. */
  readonly sells?: Readonly<Record<string, Readonly<Record<string, Provider>>>>
  readonly maxOutput?: Params
  /** Parameters whose tokens are billed as input, in the order in which the provider reads them. */
  readonly input?: readonly string[]
  /** Parameters that hold the tools a model is told of, or the schema its answer has to fit, where their own names do not say so: `[1]`. */
  readonly tools?: Params
  readonly schema?: Params
  /** What it is given as `input` is a template: what it is run with fills `{name}`, or `{{name}}` where it is told so. */
  readonly template?: true
  /** Parameters that hold a retriever. What that finds goes into the prompt, in place of `{context}` where a template has it. */
  readonly retrieves?: Params
  readonly n?: Params
  readonly tier?: Params
  readonly reasoning?: Params
  /** What decides the price of images, speech and film. */
  readonly size?: Params
  /** Width and height in pixels, where an API takes them apart: `size` is then `1024x768`. */
  readonly sides?: readonly [width: Params, height: Params]
  readonly quality?: Params
  readonly seconds?: Params
  /** The kinds of answer a chat is to give, a list of words: `audio` among them is billed as sound. */
  readonly modalities?: Params
  /** The list a reranker puts in order. */
  readonly documents?: Params
  /** Loops the SDK itself runs: parameter → kind, and the documented bound where it is not given. */
  readonly repeats?: Readonly<Record<string, Repeat['kind'] | RepeatOption>>
}

export interface RepeatOption {
  readonly kind: Repeat['kind']
  readonly default?: number
  /** What such a parameter may be given instead of a number, or a list of them: functions of the bound, by path: `ai#stepCountIs`. */
  readonly counted?: readonly string[]
  /** It is the list of what is asked, once for each. */
  readonly items?: true
}

/** `customProvider({ languageModels: { fast } }).languageModel("fast")`: what a step stands for, by its first argument. */
export interface Picks {
  /** Parameters of an earlier step that hold a record of what is picked, by key. */
  readonly from?: Params
  /** A record of others that are asked the same, by what stands before a mark in the key: `openai:gpt-4o`. */
  readonly others?: { readonly from: Params; readonly mark: string; readonly markFrom?: Params }
  /** What is asked the same where there is no such key. */
  readonly instead?: Params
}

/**
 * Where a client, a model or an agent comes from: the path from the import to what is called to make it. Python: dotted. TypeScript:
 * `package#export`, `package#default`, `package#*`; `globalThis#fetch` is there without an import. Calls on the way are written: `boto3.Session().client`. `langchain.**.ChatOpenAI`,
 * `langchain/**#ChatOpenAI`: from any module of the package.
 */
export interface ClientShape extends Levers {
  readonly python?: string | readonly string[]
  readonly typescript?: string | readonly string[]
  /** Undefined where what it is made of decides (`of`, `model`, `id`). */
  readonly provider?: Provider
  /** Constructor parameter that sends the calls elsewhere: the host decides the provider (core/resolve/providers.ts). */
  readonly baseUrl?: string | readonly string[]
  /** Variables of the environment that do so where no such parameter is given: read where the program itself sets one. */
  readonly baseUrlSet?: readonly string[]
  /** What such a parameter may be given instead of a URL: functions, by the same kind of path, or words, and who bills what they send. */
  readonly carriers?: Readonly<Record<string, Provider>>
  /** The module or class itself answers calls: `openai.chat.completions.create(...)` after `import openai`. */
  readonly module?: true
  /** Answers the calls that have the same word in `on`; without one, those without. */
  readonly kind?: string
  /** Only where each of these parameters is one of these texts, or like this: `boto3.client("bedrock-runtime")`; a number or a truth as it is written in JSON. */
  readonly given?: Readonly<Record<string, string | readonly string[] | RegExp>>
  /** It stands for something an earlier step was given. */
  readonly picks?: Picks
  /** Where that is given, a run may choose another model than the one it is made with. */
  readonly chosen?: Params
  /** A type: what a program makes of it sends by methods of its own, and the calls are counted there. */
  readonly abstract?: true
  /** Methods that give it more of what it is made `of`, and their parameters for it: `kernel.add_service(…)`. */
  readonly takes?: Readonly<Record<string, Params>>
  /** Its decorators, by what the functions under them are to it: `@agent.tool`, `@agent.instructions`. */
  readonly registers?: Readonly<Record<string, 'tool' | 'prompt'>>
  /** Where nobody can say what follows it in a pipeline, the kind of that: what a prompt is given to is a model. */
  readonly precedes?: string
  /** Runs what it is made `of`: a call of it is one only where something of its own kind is among that. */
  readonly passes?: true
  /** It cuts texts into pieces: how long one is at most, and in what that is counted unless one of `unless` is given. */
  readonly pieces?: Pieces
}

export interface Pieces {
  readonly size: Params
  readonly unit: 'character' | 'token'
  readonly unless?: Params
}

/** A method, or what makes a retriever, that finds pieces of texts that were put away: how many at most. */
export interface Finds {
  readonly many: Params
  /** A retriever it is given, which finds in its place. */
  readonly by?: Params
  /** It answers with what it found, and does not give that back. */
  readonly answers?: true
}

/** One billable method. Parameter names are those of the call's named arguments, in every language of the SDK. */
export interface CallShape extends Levers {
  /** From the client: `chat.completions.create`, `chats.create().send_message`; `()` where the client itself is called. */
  readonly path: string
  readonly api: Api
  /** What it is where one of these parameters is given, or the id of the model is like this: one method may run models of every kind. */
  readonly apis?: readonly { readonly api: Api; readonly given?: Params; readonly model?: RegExp }[]
  /** Kinds of client that answer it. */
  readonly on?: string | readonly string[]
  /** The provider refuses the call without the limit, so its absence is no smell. */
  readonly maxOutputRequired?: true
  readonly input: readonly string[]
  /** What the library puts into the prompt that stands nowhere in the program: `the page`. */
  readonly adds?: string
  /** Levers of what is called between the client and the method, by path: `chats.create()`. Else the client's own names hold there. */
  readonly within?: Readonly<Record<string, Levers>>
  /** The arguments are those of an object made by one of these, given first: `client.send(new ConverseCommand({…}))`. */
  readonly made?: string | readonly string[]
  /**
   * Only where a parameter, after the client's `baseUrl` where it is no whole URL, is a URL of a known provider like this. The host decides
   * the provider; a group `model`, or such a parameter of the query, the model. Query and fragment are not matched. A call found so is one
   * of low confidence.
   */
  readonly url?: { readonly at: Params; readonly path: RegExp }
  /** A key, or one of several, that marks part of the prompt as cached anywhere among the arguments. */
  readonly cacheMarker?: Params
  /** `true` where the method streams, else the parameter that makes it. */
  readonly stream?: true | string
  /** Not this call where one of these parameters is given (resuming is free). */
  readonly unless?: readonly string[]
  /** Not this call where that is an empty list as it stands there: an index that begins empty. */
  readonly unlessEmpty?: Params
  /** Not this call where a parameter is what that method answered: who acts on what was observed asks no model again. */
  readonly unlessFrom?: Readonly<Record<string, string>>
  /** The call carries many requests that are billed at the batch rate. */
  readonly batch?: true
  /** The list of a batch's requests and where each holds its parameters, `requests[].params`; the names above are then read in there. */
  readonly each?: string
}

/**
 * One call that rents machines or puts data away. What it costs is told by the resource that reads calls of this `type`
 * (`from.sdk` of core/resource.ts), by the names of its arguments.
 */
export interface RentShape {
  /** As that of a call; `()` where the client itself is called, a constructor among them. */
  readonly path: string
  readonly on?: string | readonly string[]
  /** As that of a call. */
  readonly made?: string | readonly string[]
  /** `modal.function`, `sagemaker.deploy`. */
  readonly type: string
  /** Only where one of these is given, and is not nothing: 0, false, an empty text. */
  readonly needs?: Params
  /**
   * Not where a parameter is one of these texts, or like this: `local` machines are the user's own. A text of which only some pieces are
   * known is held against the pattern with a `\0` for each other: `http://\0:9000`.
   */
  readonly unless?: Readonly<Record<string, readonly string[] | RegExp>>
  /** Only where the parameter, whatever it may be, is like this: `cuda`, and not `cuda` or `cpu`. */
  readonly only?: Readonly<Record<string, RegExp>>
  /** It says what the program itself runs on, or a part of it: a decorator of Modal. */
  readonly runs?: true
  /** It is nothing that is billed: what is reads it, as a group of machines does the template it names. */
  readonly aside?: true
  /** Where it asks for none of what it `needs`, it is nothing that is billed, and is read beside what is under this type. */
  readonly otherwise?: string
  /** It makes a decorator: what decorates nothing, is not called and has no name rents nothing. */
  readonly decorates?: true
  /** It rents nothing: it uses the machine that the program runs on. Not told in a file that says what that is. */
  readonly uses?: true
  /** Arguments that tell it whatever it is called on: nothing else has a method of that name with all of them. Empty: the name alone tells. */
  readonly handed?: readonly string[]
}

/**
 * A file of data that says what is rented, as `rents` says it of a call: a cluster of Ray, a task of SkyPilot. It is told by what is in
 * it, whatever it is called. A path is that of keys, `provider.type`.
 */
export interface DocumentShape extends Pick<RentShape, 'type' | 'needs' | 'unless'> {
  /** All of them are found in the text of such a file, line by line: what tells most others apart before any is parsed. */
  readonly text: readonly RegExp[]
  /** A line of it begins with one of these keys: those of all shapes are looked for at once, before `text` is. */
  readonly begins?: readonly string[]
  /** What stands at a path is a text, or a number, like this. */
  readonly is?: Readonly<Record<string, RegExp>>
  /** The keys that the whole may have, or the record at a path: another one, and it is something else. */
  readonly keys?: Readonly<Record<string, readonly string[]>>
  /** The record that rents, `*` for any key or each of a list: `available_node_types.*`. Left out: the whole. What is around it is read as `^provider.region`. */
  readonly at?: string
}

/** What stands for a text or a number where an argument is read. Paths are as those of clients, without the call. */
export interface Stands {
  /** Enumerations: a member is its own name. `google.cloud.**.AcceleratorType` */
  readonly names?: readonly string[]
  /** What is made of them stands for what this parameter holds, unless a run is given another: `ParameterString(default_value=…)`. */
  readonly values?: Readonly<Record<string, Params>>
  /** What is made of them is this text. A hole that is not given goes with the mark before it: `A100-{size}:{count}`. */
  readonly texts?: Readonly<Record<string, string>>
}

/**
 * What tells a call in TypeScript on something that a platform hands to the program: the last names of what it is called on, `env.AI`, where
 * what is given as its model may be an `id`; or how ids begin that no other provider has, whatever it is called on. Low confidence.
 */
export interface Tells {
  readonly on: readonly string[]
  readonly id: RegExp
  readonly ids: readonly string[]
}

export interface Sdk {
  readonly id: string
  /** What the first pass looks for in the bytes of a file: each a literal without which no call of this SDK is there. */
  readonly words: readonly string[]
  /** Texts that hold one of the words and are none: packages of the same family in which there is no client. */
  readonly notWords?: readonly string[]
  /** Packages of it whose name many a program gives a folder of its own: a module there in which no client is listed may be the program's. */
  readonly plainNames?: readonly string[]
  /** Packages that answer in the provider's place wherever a file imports one: what is asked for there is nobody's. */
  readonly fakes?: readonly string[]
  readonly clients: readonly ClientShape[]
  /** Whose API this is. Other hosts that speak it know only the last, oldest of several names of one parameter. */
  readonly own?: readonly Provider[]
  readonly calls: readonly CallShape[]
  readonly rents?: readonly RentShape[]
  readonly documents?: readonly DocumentShape[]
  readonly stands?: Stands
  /**
   * Paths nothing else has, with the arguments a call by one of them must name: such a call is the SDK's whoever made the receiver, of low
   * confidence, and who bills it is unknown unless every client of the SDK is of one provider.
   */
  readonly handed?: Readonly<Record<string, readonly string[]>>
  /** By the method that is called. */
  readonly tells?: Readonly<Record<string, Tells>>
  /** Paths that cost nothing. */
  readonly free: readonly string[]
  /** By the last name of the path. */
  readonly finds?: Readonly<Record<string, Finds>>
  /** Methods that put pieces of texts away, to be found later. */
  readonly puts?: readonly string[]
  /** Where the length of pieces is set for all, in tokens: `llama_index.core.Settings.chunk_size`. */
  readonly pieceTokens?: readonly string[]
  /** Path segments that change nothing about the bill: `with_raw_response`, `with_options()`. What is given there is still read. */
  readonly transparent?: readonly string[]
  /** Those of them whose arguments are no options: `withStructuredOutput()`. */
  readonly silent?: readonly string[]
  /** What is given at a step on the way, by its name: `bind_tools`. */
  readonly steps?: Readonly<Record<string, Levers>>
  /** Those of them that let a run choose otherwise: what was given before is a default, and what they are given stands beside it. */
  readonly chosen?: readonly string[]
  /** Paths that stand for another, in the form of a client's: `@ai-sdk/openai#createOpenAI()` for `@ai-sdk/openai#openai`. */
  readonly same?: Readonly<Record<string, string>>
}

/** What a call in an example must be seen as. Keys left out are not checked, except that every call must be listed. */
export interface SeenCall {
  readonly line: number
  readonly call: string
  readonly api?: Api
  readonly provider?: Provider
  /** What it is taken from where it is assumed; `null` where it is not. */
  readonly providerFrom?: string | null
  /** Each provider with its models, where a run picks one: `groq: llama-3.1-8b-instant`. */
  readonly offered?: readonly string[]
  /** `null`: unknown. */
  readonly model?: string | null
  /** The library's own default where no model is written; `null` where none is told. */
  readonly usualModel?: string | null
  readonly modelVia?: string
  readonly modelAmong?: readonly string[]
  readonly maxOutput?: number | null
  readonly n?: number
  readonly cached?: boolean
  readonly batch?: boolean
  readonly confidence?: 'low' | null
  /** Kind, form, place and, where known, bound of each: `data loop here 3`. */
  readonly repeats?: readonly string[]
  /** Each part of the prompt, a hole in braces, after the role of its message where that is fixed: `user: Hi `, `user: {name}`. */
  readonly input?: readonly string[]
  /** What it says of size, quality, seconds and documents, as far as that is known. */
  readonly asked?: Readonly<Partial<Record<'size' | 'quality' | 'seconds' | 'documents', string | number>>>
  /** Of each hole that a search fills: how many pieces at most, and how long: `4 × 1000 characters`. */
  readonly retrieved?: readonly string[]
}

/** What a call that rents must be seen as. Every one must be listed; of its facts only those that are named are checked. */
export interface SeenRent {
  readonly line: number
  readonly type: string
  readonly count?: number | null
  readonly purchase?: string
  readonly region?: string | null
  /** By the names of the resource's shape; `null`: written, and not known. */
  readonly facts?: Readonly<Record<string, string | number | boolean | null>>
}

export interface SdkExample {
  readonly lang: LanguageId
  readonly code: string
  readonly sees: readonly SeenCall[]
  readonly rents?: readonly SeenRent[]
}
