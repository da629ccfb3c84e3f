import type { Block } from './format.ts'
import type { LanguageId } from './language.ts'
import type { PriceBook } from './prices/book.ts'
import type { Assumption, Estimate, Fact, Host, Known, Line, Purchase, Resource } from './types.ts'

/** One fact from a block: its path, its path with the provider's documented default, or whatever has to be worked out. */
export type FactSource = string | readonly [path: string, providerDefault: Fact] | ((block: Block) => Known<Fact>)

/** The facts of a nested block that may be written several times: fills `name[0].fact`, `name[1].fact` and so on. */
export interface RepeatedMapping {
  /** Path of the nested block. `name[0].count` says how many it stands for, where a `dynamic` block makes it. */
  readonly block: string
  /** The resource it is nested in, where that is another one: the endpoint configuration of an endpoint. Left out: the one mapped. */
  readonly of?: (block: Block) => Block | undefined
  readonly facts: Readonly<Record<string, string | readonly [path: string, providerDefault: Fact]>>
}

export interface FormatMapping {
  readonly facts: Readonly<Record<string, FactSource>>
  readonly repeated?: Readonly<Record<string, RepeatedMapping>>
  /** Facts whose names depend on the block: the volumes of a launch template that an autoscaling group refers to. */
  readonly more?: (block: Block) => Readonly<Record<string, Known<Fact>>>
  /** Left out: always on demand. Undefined where the source leaves it open. */
  readonly purchase?: (block: Block) => Purchase | undefined
  /** Where the region is not the provider's: a zone, a location attribute. */
  readonly region?: (block: Block) => Known<string>
  /** Left out: the block's own. Of a call in code, how many machines it asks for. */
  readonly count?: (block: Block) => Known<number>
  /** Where the source says whose machines these are; left out: the definition's. */
  readonly cloud?: (block: Block) => Host
}

/** What is billed for a shape, written once, and how each format fills the shape. */
export interface ResourceDefinition {
  /** `aws/ebs-volume`. */
  readonly id: string
  readonly cloud: Host
  /** The provider's price page. */
  readonly docs: string
  /** Every fact `lines` reads, with its unit or meaning. */
  readonly shape: Readonly<Record<string, string>>
  /** Quantities nobody can read from the source, each with its unit and meaning; `usage` in outlay.json gives them. */
  readonly usage?: Readonly<Record<string, string>>
  /** What the prices take for granted, whatever the source says. */
  readonly assumes?: readonly Omit<Assumption, 'at'>[]
  /** What its lines are for, where that is no month: what runs only while it works is told by the hour. */
  readonly per?: (resource: Resource) => Exclude<Estimate['per'], 'call'>
  /** What is billed for it, where it costs nothing by itself: `its elastic pool`. Said beside `free`. */
  readonly billedWith?: (resource: Resource) => string | undefined
  /** What one instance of it costs in a month of 730 hours, or in `per`; `core/estimate/resource.ts` applies the count. */
  lines(resource: Resource, prices: PriceBook): readonly Line[]
  readonly from: {
    readonly terraform?: Readonly<Record<string, FormatMapping>>
    /** By the `type` of a call that rents (core/sdk.ts). Its paths are names of arguments: see core/resolve/rented-block.ts. */
    readonly sdk?: Readonly<Record<string, FormatMapping>>
  }
  /** It is shown where somebody asks for it, and has no hint beside it while it has no amount. */
  readonly quiet?: true
  /** Short label for the hint: `p4d.24xlarge, 8 × A100`. */
  label?(resource: Resource, prices: PriceBook): string
}

export const defineResource = (definition: ResourceDefinition): ResourceDefinition => definition

export interface ResourceExample {
  readonly name: string
  /** The whole of one `main.tf`. */
  readonly terraform: string
  /** As `usage` in outlay.json. */
  readonly usage?: Readonly<Record<string, Readonly<Record<string, number>>>>
  /** Every site, in order. `usd` is the month worked out by hand, to the cent; null where nothing is known. */
  readonly sees: readonly {
    readonly address: string
    readonly usd: number | null
    readonly status?: string
    readonly lines?: readonly string[]
    readonly unknown?: readonly string[]
    readonly assumed?: readonly string[]
  }[]
}

/** The same of a program that rents it by calling for it; exported as `codeExamples`. */
export interface CodeExample extends Omit<ResourceExample, 'terraform'> {
  readonly lang: LanguageId
  /** The whole of one file. */
  readonly code: string
}
