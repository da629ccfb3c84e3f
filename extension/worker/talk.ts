import type { Answer, Ask, FromWorker, SentResult, ToWorker } from '../protocol.ts'
import { createOutbox } from '../sent-results.ts'

/** The worker's end of what it and the host say to each other. */
export interface Talk {
  post(message: FromWorker): void
  ask(question: Ask): Promise<Answer>
  /** False for an answer, which has gone to whoever asked. */
  hears(message: ToWorker): message is Exclude<ToWorker, { is: 'answer' }>
}

export function createTalk(send: (message: SentResult, transfer?: readonly ArrayBuffer[]) => void): Talk {
  const outbox = createOutbox(send)
  const waiting = new Map<number, (answer: Answer) => void>()
  let asked = 0

  return {
    post: outbox.send,
    ask(question) {
      asked += 1
      const id = asked
      outbox.send({ is: 'ask', id, ask: question })
      return new Promise((answered) => waiting.set(id, answered))
    },
    hears(message): message is Exclude<ToWorker, { is: 'answer' }> {
      if (message.is === 'open' || message.is === 'open-notebook' || message.is === 'close') outbox.forget(message.file)
      if (message.is !== 'answer') return true
      waiting.get(message.id)?.(message.answer)
      waiting.delete(message.id)
      return false
    },
  }
}
