import { parentPort } from 'node:worker_threads'
import { loadPriceBook } from '../cli/price-book.ts'
import { refreshedSources, withRefreshed } from '../cli/prices-refresh/book.ts'
import { pricesFolder } from '../cli/prices-refresh/folder.ts'
import { loadTokenCounter } from '../cli/tokenizer.ts'
import { estimator } from '../core/tokens/estimator.ts'
import { registry } from '../language-rules/registry.gen.ts'
import type { ToWorker } from './protocol.ts'
import { createGit } from './worker/base/git.ts'
import { createDesk } from './worker/desk.ts'
import { disk } from './worker/disk.ts'
import { createPriceDesk } from './worker/price-desk.ts'
import { createShelf } from './worker/price-shelf.ts'
import { createTalk } from './worker/talk.ts'

const port = parentPort
if (port === null) throw new Error('this file is a worker of the extension host')

const talk = createTalk((message, transfer) => port.postMessage(message, transfer))
const { post, ask } = talk

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

let gitProgram = 'git'
const git = createGit(() => gitProgram)

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
  disk,
  env: (name) => process.env[name],
  git,
  useGit(program) {
    gitProgram = program
  },
  later: setImmediate,
})

const priceDesk = createPriceDesk({ book: shelf.book, today, post, later: setImmediate })

port.on('message', (message: ToWorker) => {
  if (!talk.hears(message)) return
  if (message.is === 'find-price' || message.is === 'find-alternatives') priceDesk.receive(message)
  else if (message.is === 'look-at-prices') shelf.look()
  else desk.receive(message)
})
post({ is: 'ready' })
tellPrices()
