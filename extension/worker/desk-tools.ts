import type { PriceBook } from '../../core/prices/book.ts'
import type { Registry } from '../../core/registry.ts'
import type { TokenCounter } from '../../core/tokens/counter.ts'
import type { Answer, Ask, FromWorker } from '../protocol.ts'
import type { Git } from './base/repository.ts'
import type { Disk } from './files.ts'

/** What the desk cannot do by itself. */
export interface DeskTools {
  readonly registry: Registry
  readonly prices: PriceBook
  /** Stands in until `exactTokens` is there. */
  readonly tokens: TokenCounter
  /** Loads the tokenizer; asked for once, when a result first rests on the estimator. */
  exactTokens(): Promise<TokenCounter>
  post(message: FromWorker): void
  ask(question: Ask): Promise<Answer>
  readonly disk: Disk
  /** A variable of the environment. */
  env(name: string): string | undefined
  /** Asked only after a `choose-base`; undefined where no process can be started: on the web. */
  readonly git: Git | undefined
  /** The program that the editor's git is. */
  useGit(program: string): void
  /** Runs the step after the messages that are already waiting. */
  later(step: () => void): void
}
