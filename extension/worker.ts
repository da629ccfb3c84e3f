import { parentPort } from 'node:worker_threads'
import { loadPriceBook } from '../cli/price-book.ts'
import { refreshedSources, withRefreshed } from '../cli/prices-refresh/book.ts'
import { pricesFolder } from '../cli/prices-refresh/store.ts'
import { loadTokenCounter } from '../cli/tokenizer.ts'
import { estimator } from '../core/tokens/estimator.ts'
import { registry } from '../language-rules/registry.gen.ts'
import type { Answer, Ask, FromWorker, ToWorker } from './protocol.ts'
import { createOutbox } from './sent-results.ts'
import { createDesk } from './worker/desk.ts'
import { gitHead } from './worker/head.ts'
import { createPriceDesk } from './worker/price-desk.ts'
import { createShelf } from './worker/price-shelf.ts'

const port = parentPort
if (port === null) throw new Error('this file is a worker of the extension host')

const waiting = new Map<number, (answer: Answer) => void>()
let asked = 0

const outbox = createOutbox((message, transfer) => port.postMessage(message, transfer))
const post = (message: FromWorker) => outbox.send(message)

function ask(question: Ask): Promise<Answer> {
  asked += 1
  const id = asked
  post({ is: 'ask', id, ask: question })
  return new Promise((answered) => waiting.set(id, answered))
}

const today = () => new Date().toISOString().slice(0, 10)
const bundled = loadPriceBook(undefined, today())
const folder = pricesFolder()
const shelf = createShelf({
  folder,
  load: () => withRefreshed(bundled, folder),
  refreshed: () => refreshedSources(folder),
  changed() {
    desk.reprice(shelf.book())
    tellPrices()
  },
  log: (message) => post({ is: 'log', message }),
})
const tellPrices = () => post({ is: 'prices', state: shelf.state() })

const desk = createDesk({
  registry,
  prices: shelf.book(),
  tokens: estimator,
  async exactTokens() {
    const counter = await loadTokenCounter()
    // Makes the encoder most models share, before a keystroke waits for it.
    counter.count(' ', 'gpt-4o')
    return counter
  },
  post,
  ask,
  head: gitHead,
  later: setImmediate,
})

const priceDesk = createPriceDesk({ book: shelf.book, today, post, later: setImmediate })

port.on('message', (message: ToWorker) => {
  if (message.is === 'find-price' || message.is === 'find-alternatives') return priceDesk.receive(message)
  if (message.is === 'look-at-prices') return shelf.look()
  if (message.is === 'open' || message.is === 'open-notebook' || message.is === 'close') outbox.forget(message.file)
  if (message.is !== 'answer') return desk.receive(message)
  waiting.get(message.id)?.(message.answer)
  waiting.delete(message.id)
})
post({ is: 'ready' })
tellPrices()
