import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { noPrices } from '../../core/prices/none.fixture.ts'
import { estimator } from '../../core/tokens/estimator.ts'
import { registry } from '../../language-rules/registry.gen.ts'
import type { FromWorker } from '../protocol.ts'
import { createDesk } from './desk.ts'

it('reads the modules that an open root calls, and tells a module of its callers', async () => {
  const root = mkdtempSync(join(tmpdir(), 'outlay-desk-'))
  onTestFinished(() => rmSync(root, { recursive: true, force: true }))
  const files = {
    'app/main.tf': 'module "web" {\n  source = "../web"\n  type   = "m5.large"\n}\n',
    'web/main.tf': 'variable "type" {}\nresource "aws_instance" "a" {\n  instance_type = var.type\n}\n',
  }
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(root, name, '..'), { recursive: true })
    writeFileSync(join(root, name), text)
  }
  const posted: FromWorker[] = []
  const steps: (() => void)[] = []
  const { receive } = createDesk({
    registry,
    prices: noPrices,
    tokens: estimator,
    exactTokens: async () => estimator,
    post: (message) => posted.push(message),
    ask: async () => undefined,
    head: { read: async () => undefined, list: async () => [] },
    later: (step) => steps.push(step),
  })
  const result = async (file: string) => {
    const name = join(root, file)
    receive({ is: 'open', file: name, version: 1, text: files[file as keyof typeof files] })
    const found = () => posted.find((message) => message.is === 'result' && message.file === name)
    while (found() === undefined) {
      steps.shift()?.()
      await new Promise((go) => setImmediate(go))
    }
    const message = found()
    return message?.is === 'result' ? message.result : undefined
  }
  expect((await result('app/main.tf'))?.problems).toEqual([])
  const shown = (await result('web/main.tf'))?.sites.map(({ site }) => site.kind === 'resource' && site.address)
  expect(shown).toEqual(['module.web.aws_instance.a'])
})
