import { parentPort } from 'node:worker_threads'
import { loadPriceBook } from '../cli/price-book.ts'
import { withRefreshed } from '../cli/prices-refresh/book.ts'
import { loadTokenCounter } from '../cli/tokenizer.ts'
import { estimator } from '../core/tokens/estimator.ts'
import { registry } from '../language-rules/registry.gen.ts'
import type { Answer, Ask, FromWorker, ToWorker } from './protocol.ts'
import { createDesk } from './worker/desk.ts'
import { gitHead } from './worker/head.ts'

const port = parentPort
if (port === null) throw new Error('this file is a worker of the extension host')

const waiting = new Map<number, (answer: Answer) => void>()
let asked = 0

const post = (message: FromWorker) => port.postMessage(message)

function ask(question: Ask): Promise<Answer> {
  asked += 1
  const id = asked
  post({ is: 'ask', id, ask: question })
  return new Promise((answered) => waiting.set(id, answered))
}

const desk = createDesk({
  registry,
  prices: withRefreshed(loadPriceBook(undefined, new Date().toISOString().slice(0, 10))),
  tokens: estimator,
  exactTokens: () => loadTokenCounter(),
  post,
  ask,
  head: gitHead,
  later: setImmediate,
})

port.on('message', (message: ToWorker) => {
  if (message.is !== 'answer') return desk.receive(message)
  waiting.get(message.id)?.(message.answer)
  waiting.delete(message.id)
})
post({ is: 'ready' })
