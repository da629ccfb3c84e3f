import type { Language } from '../../core/language.ts'
import type { PriceBook } from '../../core/prices/book.ts'
import { loadWebPriceBook } from '../../core/prices/load-web.ts'
import { createEncoder } from '../../core/tokens/byte-pairs.ts'
import { createTokenCounter } from '../../core/tokens/count.ts'
import { estimator } from '../../core/tokens/estimator.ts'
import { type Encoding, encodings } from '../../core/tokens/families.ts'
import { registry } from '../../language-rules/registry.gen.ts'
import type { ToWorker } from '../protocol.ts'
import { createDesk } from '../worker/desk.ts'
import type { Disk } from '../worker/files.ts'
import { createPriceDesk } from '../worker/price-desk.ts'
import { createTalk } from '../worker/talk.ts'
import { loadPart, type OwnFile } from './parts.ts'
import { webPriceFiles } from './price-files.ts'

// The worker of a browser: the same desks as on a machine, without a disk, without git and without refreshed prices.

interface Scope {
  postMessage(message: unknown, transfer: readonly ArrayBuffer[]): void
  onmessage: (event: { readonly data: ToWorker }) => void
  /** What stands for the package of that name; see esbuild.mjs. */
  typescript?: unknown
}

const scope = globalThis as unknown as Scope
const talk = createTalk((message, transfer = []) => scope.postMessage(message, transfer))
const { post, ask } = talk
const today = () => new Date().toISOString().slice(0, 10)

const own: OwnFile = async (name) => {
  const answer = await ask({ is: 'own-file', uri: name })
  return answer instanceof Uint8Array ? answer : undefined
}

const noDisk: Disk = { read: () => undefined, list: () => undefined, isFile: () => false }

/** Loads the parser first: what reads TypeScript asks for it as it is evaluated. */
const withParser = (language: Language): Language =>
  language.id !== 'typescript'
    ? language
    : {
        ...language,
        async load() {
          scope.typescript ??= await loadPart(own, 'typescript')
          return language.load()
        },
      }

async function exactTokens() {
  const read = async (encoding: Encoding) => {
    const bytes = await own(`parts/${encoding}.json`)
    if (bytes === undefined) throw new Error(`parts/${encoding}.json is missing. Install Outlay again.`)
    return [encoding, bytes] as const
  }
  const files = new Map(await Promise.all(encodings.map(read)))
  const counter = createTokenCounter((encoding) =>
    createEncoder(JSON.parse(new TextDecoder().decode(files.get(encoding)))),
  )
  counter.count(' ', 'gpt-4o')
  return counter
}

/** A browser has no `setImmediate`, and its timers wait for 4 ms: a message to oneself goes behind those that wait. */
function afterMessages(): (step: () => void) => void {
  const steps: (() => void)[] = []
  const { port1, port2 } = new MessageChannel()
  port1.onmessage = () => steps.shift()?.()
  return (step) => {
    steps.push(step)
    port2.postMessage(undefined)
  }
}

function answerFrom(prices: PriceBook): (message: Exclude<ToWorker, { is: 'answer' }>) => void {
  const later = afterMessages()
  const desk = createDesk({
    registry: { ...registry, languages: registry.languages.map(withParser) },
    prices,
    tokens: estimator,
    exactTokens,
    post,
    ask,
    disk: noDisk,
    env: () => undefined,
    git: undefined,
    useGit: () => undefined,
    later,
  })
  const priceDesk = createPriceDesk({ book: () => prices, today, post, later })
  return (message) => {
    if (message.is === 'find-price' || message.is === 'find-alternatives') priceDesk.receive(message)
    else desk.receive(message)
  }
}

/** What is said before the prices are read waits for them. */
const early: Exclude<ToWorker, { is: 'answer' }>[] = []
let receive = (message: Exclude<ToWorker, { is: 'answer' }>): void => void early.push(message)
scope.onmessage = ({ data }) => {
  if (talk.hears(data)) receive(data)
}

async function start(): Promise<void> {
  const loaded = await loadWebPriceBook(webPriceFiles('prices/', own), today())
  if (loaded.is === 'damaged') return post({ is: 'log', message: loaded.why })
  receive = answerFrom(loaded.book)
  post({ is: 'ready' })
  post({ is: 'prices', state: { asOf: loaded.book.asOf, refreshed: 0, checked: undefined } })
  early.forEach(receive)
}

start().catch((error: unknown) =>
  post({ is: 'log', message: error instanceof Error ? (error.stack ?? '') : String(error) }),
)
