import { assert, expect, it } from 'vitest'
import { loadPriceBook } from '../cli/price-book.ts'
import { inputsOf } from '../core/input.ts'
import { gistOf } from '../core/report/gist.ts'
import { totalOf } from '../core/report/total.ts'
import { createSession } from '../core/session.ts'
import { noSettings } from '../core/settings.ts'
import { estimator } from '../core/tokens/estimator.ts'
import type { Result } from '../core/types.ts'
import { registry } from '../language-rules/registry.gen.ts'
import { unpack } from './packed.ts'
import type { FromWorker, SentResult } from './protocol.ts'
import { createInbox, createOutbox } from './sent-results.ts'
import type { InTurn } from './turns.ts'

const prices = loadPriceBook()
const atOnce: InTurn = (work) => work()
const turns = { soon: atOnce, inTurn: atOnce }

function failed(error: unknown): never {
  throw error
}

/** What the host has after each result, with what went over the wire for it. */
function wire() {
  const sent: SentResult[] = []
  const got: (FromWorker | undefined)[] = []
  const outbox = createOutbox((message) => sent.push(structuredClone(message)))
  const deliver = (message: FromWorker) => got.push(message)
  const inbox = createInbox({ turns, deliver, lost: () => got.push(undefined), failed })
  return {
    outbox,
    inbox,
    async send(result: Result): Promise<{ readonly sent: SentResult; readonly got: FromWorker | undefined }> {
      const { file, version } = result
      outbox.send({ is: 'result', file, version, result, total: totalOf([result]), elsewhere: [] })
      inbox.receive(sent.at(-1)!)
      await new Promise((done) => setTimeout(done, 0))
      return { sent: sent.at(-1)!, got: got.at(-1) }
    },
  }
}

const opened = (sent: SentResult) =>
  new Promise<FromWorker>((deliver) => createInbox({ turns, deliver, lost: failed, failed }).receive(sent))

const resultIn = (message: FromWorker | undefined) => (message?.is === 'result' ? message.result : undefined)
const session = () => createSession({ registry, prices, tokens: () => estimator, settings: () => noSettings })

const terraform = `provider "aws" {
  region = "us-east-1"
}
resource "aws_ebs_volume" "first" {
  availability_zone = "us-east-1a"
  type              = "gp2"
  size              = 100
}
resource "aws_ebs_volume" "second" {
  availability_zone = "us-east-1a"
  type              = "gp2"
  size              = 200
}
`
const python = `from openai import OpenAI
client = OpenAI()
def first(question):
    return client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": "one"}])
def second(question):
    return client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": "two"}])
`

it.each([
  [
    'main.tf',
    [
      terraform,
      terraform.replace('100', '1000'),
      terraform.replace('resource "aws_ebs_volume" "first"', '# the first\nresource "aws_ebs_volume" "first"'),
      terraform.replace(/resource[\s\S]*?\n\}\n/, ''),
      terraform.replace('"gp2"', '"gp3"'),
    ],
  ],
  [
    'main.py',
    [
      python,
      python.replace('"one"', '"one and more"'),
      `\n\n${python}`,
      python.replace(/def first[\s\S]*?\n(?=def)/, ''),
      python,
    ],
  ],
] as const)('after any edit of %s the host has the result that the worker has', async (file, texts) => {
  const worker = session()
  const { send } = wire()
  for (const [i, text] of texts.entries()) {
    worker.open(file, text, i + 1)
    const result = await worker.settled(file)
    const { got } = await send(result)
    expect(resultIn(got)).toEqual(result)
    expect(resultIn(got)?.sites.length).toBeGreaterThan(0)
  }
})

it('of a block that an edit elsewhere only moved nothing but its places is sent', async () => {
  const worker = session()
  const { send } = wire()
  worker.open('main.tf', terraform, 1)
  await send(await worker.settled('main.tf'))
  worker.open('main.tf', terraform.replace('100', '1000'), 2)
  const { sent } = await send(await worker.settled('main.tf'))
  assert(sent.is === 'result-parts')
  expect(sent.result.sites).toEqual([null, 1])
  const fresh = sent.fresh.flatMap(unpack)
  expect(fresh.flatMap((one) => ('estimate' in one ? [one.site.key] : []))).toEqual(['aws_ebs_volume.first'])
})

it('the places of a result are looked for after it came, not with the keystroke that moves them', async () => {
  const worker = session()
  const { send } = wire()
  worker.open('main.tf', terraform, 1)
  const { got } = await send(await worker.settled('main.tf'))
  const second = resultIn(got)!.sites[1]!.site
  const { location } = second
  await new Promise((done) => setTimeout(done, 0))
  // Whoever looks for it now does not find it.
  Object.assign(second, { location: undefined })
  worker.open('main.tf', terraform.replace('100', '1000'), 2)
  await send(await worker.settled('main.tf'))
  expect(terraform.slice(location.span[0] - 1).startsWith('resource "aws_ebs_volume" "second"')).toBe(true)
})

it('a result that follows one the host does not have is not opened, and after the whole text is sent anew it is', async () => {
  const worker = session()
  const { send, inbox, outbox } = wire()
  worker.open('main.tf', terraform, 1)
  await send(await worker.settled('main.tf'))
  inbox.forget('main.tf')
  worker.open('main.tf', terraform.replace('100', '1000'), 2)
  const result = await worker.settled('main.tf')
  expect((await send(result)).got).toBeUndefined()
  outbox.forget('main.tf')
  expect(resultIn((await send(result)).got)).toEqual(result)
})

it('what a scan found of a file that nothing has open crosses as bytes, and is the same when somebody looks at it', async () => {
  const worker = session()
  worker.open('main.tf', terraform)
  const result = await worker.settled('main.tf')
  const sent: SentResult[] = []
  const outbox = createOutbox((message, transfer = []) =>
    sent.push(structuredClone(message, { transfer: [...transfer] })),
  )
  const scanned = {
    lines: [3, 8],
    functionLines: [],
    approximate: false,
    inputs: inputsOf(result.sites),
    gist: gistOf(result),
  }
  for (const _ of [1, 2])
    outbox.send({
      is: 'result',
      file: 'main.tf',
      version: -1,
      result,
      total: totalOf([result]),
      elsewhere: [],
      scanned,
    })
  expect(sent.map(({ is }) => is)).toEqual(['scanned-result', 'scanned-result'])
  const got = await opened(sent[0]!)
  expect(got).toMatchObject({ is: 'result', file: 'main.tf', total: totalOf([result]), scanned })
  expect(Object.getOwnPropertyDescriptor(got, 'result')?.get, 'nothing is made of it before').toBeDefined()
  expect(resultIn(got)).toEqual(result)
  expect(resultIn(got), 'and it is made once').toBe(resultIn(got))
})

it('what changed in a file crosses as bytes too', async () => {
  const change = { base: 'main', sites: [], total: { month: undefined, once: undefined, unknown: 1 }, modules: {} }
  const files = [{ file: '/p/a.py', commit: 'c0ffee', sums: '+$2.00/mo', change }]
  const changes = { bases: [], why: undefined, without: [], files, sums: '+$2.00/mo', leftOut: 3 }
  const sent: SentResult[] = []
  createOutbox((message, transfer = []) => sent.push(structuredClone(message, { transfer: [...transfer] }))).send({
    is: 'changes',
    changes,
  })
  expect(sent).not.toEqual([{ is: 'changes', changes }])
  expect(await opened(sent[0]!)).toEqual({ is: 'changes', changes })
})

/** So many volumes. */
const volumes = (many: number) =>
  `provider "aws" {
  region = "us-east-1"
}
${Array.from(
  { length: many },
  (_, i) => `resource "aws_ebs_volume" "v${i}" {
  availability_zone = "us-east-1a"
  size              = ${100 + i}
}
`,
).join('')}`

it('a large result becomes objects in many turns, and what comes after it waits', async () => {
  const worker = session()
  worker.open('main.tf', volumes(40), 1)
  const result = await worker.settled('main.tf')
  const sent: SentResult[] = []
  const outbox = createOutbox((message) => sent.push(structuredClone(message)))
  outbox.send({ is: 'result', file: 'main.tf', version: 1, result, total: totalOf([result]), elsewhere: [] })
  outbox.send({ is: 'compared', file: 'main.tf', version: 1, change: undefined })
  const steps: (() => void)[] = []
  const soon: InTurn = (work) => new Promise((done) => steps.push(() => done(work())))
  const got: FromWorker[] = []
  const deliver = (message: FromWorker) => got.push(message)
  const inbox = createInbox({ turns: { soon, inTurn: atOnce }, deliver, lost: failed, failed })
  for (const message of sent) inbox.receive(message)
  let taken = 0
  while (got.length < 2) {
    await new Promise((go) => setTimeout(go, 0))
    steps.shift()?.()
    taken++
  }
  expect(taken).toBeGreaterThan(5)
  expect(got.map(({ is }) => is)).toEqual(['result', 'compared'])
  expect(resultIn(got[0])).toEqual(result)
})

it('of a file that is closed while its result becomes objects nothing is kept', async () => {
  const worker = session()
  worker.open('main.tf', terraform, 1)
  const { send, inbox } = wire()
  const sending = send(await worker.settled('main.tf'))
  await Promise.resolve()
  inbox.forget('main.tf')
  await sending
  worker.open('main.tf', terraform.replace('100', '1000'), 2)
  expect((await send(await worker.settled('main.tf'))).got).toBeUndefined()
})
