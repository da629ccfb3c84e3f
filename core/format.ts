import type { Document } from './document.ts'
import type { Edited } from './edited.ts'
import type { Input } from './input.ts'
import type { BlockSource, Fact, Known, Location, Problem, Why } from './types.ts'

/** One evaluated block of an infrastructure format, as a resource definition reads it. */
export interface Block {
  readonly type: string
  readonly name: string
  readonly address: string
  readonly key: string
  readonly location: Location
  readonly source: BlockSource
  readonly region: Known<string>
  readonly count: Known<number>
  readonly tags: Readonly<Record<string, string>>
  /** Others may be added to them that are not known here: by the provider, which tags all it makes. */
  readonly hasOpenTags?: boolean
  readonly module: { readonly address: string; readonly file: string; readonly line: number } | undefined
  /** The value at a dotted path, `root_block_device.volume_size`, or in the second of several blocks, `version.1.name`; a key with dots in quotes, `annotations."a.b/c"`; not written: unknown, `absent`, without a place. */
  fact(path: string): Known<Fact>
  /** The members of a list, set or map at a path: `instance_types`, `subnet_ids`; not written: unknown, `absent`, without a place. */
  list(path: string): Known<readonly Known<Fact>[]>
  /** How many blocks of that type are nested at the path; unknown where a `dynamic` block decides. */
  nested(path: string): readonly NestedBlock[]
  /** Blocks of a type whose attributes refer to this one. */
  referredBy(type: string): readonly Block[]
  /** The resource that the expression at the path refers to, of that type where one is given (`data.aws_ami` for a data source); undefined where none is, or it is not read. */
  target(path: string, type?: string): Block | undefined
  /** Each instance that `count` or `for_each` makes, its index in address and key; empty where they cannot be told apart. */
  instances(): readonly Block[]
  /** The same block in each instance of the modules around it; empty where there is one, or they cannot be told apart, or are over 50. */
  modules(): readonly Block[]
  /** Whether anything else of its module has its name, refer to it or not; undefined where that cannot be told. */
  isNamed(): boolean | undefined
  /** All blocks of a type in the same root. */
  ofType(type: string): readonly Block[]
  /** Of a call: the text given at a path whose pieces are not all known, with `hole` (core/resolve/providers.ts) for each that is not. */
  template?(path: string): string | undefined
  /** Of a call that says what the function or class below it runs on: what that loads. */
  readonly loads?: readonly Block[]
  /** And what commands that starts, word after word: `vllm serve Qwen/Qwen3-4B`. */
  readonly starts?: readonly string[]
}

export interface NestedBlock {
  fact(path: string): Known<Fact>
  list(path: string): Known<readonly Known<Fact>[]>
  nested(path: string): readonly NestedBlock[]
  readonly count: Known<number>
}

/** A block before anything of it is worked out. */
export interface BlockPlace {
  readonly type: string
  /** As the block's own. */
  readonly key: string
  /** That the block stands in. */
  readonly file: string
  /** What of the root's own files makes it, itself or a call: `aws_instance.web`, `module.network`. */
  readonly part: string
  /** The call that made its module, as the block's own. */
  module(): Block['module']
  /** Undefined where what may make it does not. */
  block(): Block | undefined
}

/** The files of one root, parsed. Opaque to the session. */
export interface Evaluation {
  readonly blocks: readonly Block[]
  /** The same blocks in the same order; without it, they are all worked out. */
  readonly places?: readonly BlockPlace[]
  readonly problems: readonly Problem[]
  /** Every folder whose files were read; without it, that of the documents. */
  readonly folders?: readonly string[]
  /** Every call of a module, outer ones first. */
  readonly calls?: readonly ModuleCall[]
  readonly input?: Input
  /** For the evaluation after the next edit, with the two below. */
  readonly outline?: Outline
  /** What the edit of one file since an evaluation of that outline can alter; undefined where that cannot be told. */
  reached?(before: Outline, edit: { readonly file: string; readonly edited: Edited }): Reached | undefined
  /** Types that blocks asked for with `referredBy` and `ofType` since this was last called; `*` where any text may matter to them. */
  asked?(): ReadonlySet<string>
}

/** What a root was made of, for the next edit. Only the engine that made it reads it. */
export interface Outline {
  /** By file, where each part of it began and ended, one after the other. */
  readonly spans: ReadonlyMap<string, Int32Array>
  /** By `BlockPlace.part`, of what calls a module. */
  readonly types: ReadonlyMap<string, ReadonlySet<string>>
}

/** A block of no such part, that asked for no such type, is what it was but for its places. */
export interface Reached {
  readonly parts: ReadonlySet<string>
  /** Of the blocks that these parts make or made. */
  readonly types: ReadonlySet<string>
}

export interface ModuleCall {
  /** Without indexes: `module.network.module.endpoints`. */
  readonly address: string
  readonly location: Location
  /** Why its files were not read. */
  readonly missing: Why | undefined
  /** It makes the root itself, as a unit of Terragrunt does: everything in it is of this call. */
  readonly whole?: true
}

export interface FormatEngine {
  /** All documents of one root (for Terraform, one directory), evaluated together. Pure; never throws on bad input. */
  evaluate(documents: readonly Document[], options: FormatOptions): Evaluation
  /** Folders whose files the files of one folder call; what nobody calls is a root. Without it, each folder is one. */
  called?(documents: readonly Document[], text: (file: string) => string | undefined): readonly string[]
}

/** Files of the project that a configuration may read; paths are as `Document.file` is. */
export interface RootFiles {
  /** Undefined where it is not there, or cannot be read. */
  text(file: string): string | undefined
  /** Every file below a folder, relative to it, so many names deep at most; undefined where the host cannot tell. */
  under?(folder: string, depth: number): readonly string[] | undefined
}

export interface FormatOptions {
  /** What `file()` and the like read; without it they are unknown, `missing-file`. */
  readonly files?: RootFiles
  /** Region fallbacks the user chose, by cloud; used where the source names none, and then `assumed` via `config`. */
  readonly region: Readonly<Record<string, string>>
  /** Variable files somebody asked for, in order, beside those that are loaded by themselves. */
  readonly varFiles?: readonly Document[]
  readonly workspace?: string
  /** What `terraform show -json` prints of a plan: its values win over what is evaluated. */
  readonly plan?: Document
  /** What stands for modules that are not on this machine. */
  readonly adapters?: readonly ModuleAdapter[]
  /** The format's documents in another folder; empty where there are none. */
  documentsIn?(folder: string): readonly Document[]
}

/** A published module in few lines: what it makes of its inputs, as far as that is billed. */
export interface ModuleAdapter {
  /** As the registry names it, `terraform-aws-modules/eks/aws`: its submodules (`//modules/karpenter`) are the folders of its files. */
  readonly sources: readonly string[]
  /** Newest first: a call that names no version takes the first. */
  readonly versions: readonly AdaptedVersions[]
}

export interface AdaptedVersions {
  /** The first and the last major of the module that the files stand for. */
  readonly majors: readonly [from: number, to: number]
  /** Texts by path, evaluated as if they were the module's: `main.tf`, `modules/karpenter/main.tf`. */
  readonly files: Readonly<Record<string, string>>
}

export interface Format {
  readonly id: string
  readonly extensions: readonly string[]
  readonly editorIds: readonly string[]
  readonly comment: { readonly line: string }
  load(): Promise<FormatEngine>
}
