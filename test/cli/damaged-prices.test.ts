import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Out } from '../../cli/output.ts'
import { run } from '../../cli/program.ts'

const home = mkdtempSync(join(tmpdir(), 'outlay-damaged-'))
const prices = join(home, 'prices')
const project = join(home, 'project')

vi.mock('../../cli/price-book.ts', async (original) => {
  const real = await original<typeof import('../../cli/price-book.ts')>()
  return { ...real, loadPriceBook: (_: unknown, today?: string) => real.loadPriceBook(prices, today) }
})

beforeAll(() => {
  cpSync(fileURLToPath(new URL('../../core/prices/snapshot', import.meta.url)), prices, { recursive: true })
  writeFileSync(join(prices, 'cloud-aws.bin.br'), 'not brotli')
  mkdirSync(project)
  const machine = 'resource "aws_instance" "web" {\n  ami = "ami-1"\n  instance_type = "m5.large"\n}\n'
  writeFileSync(join(project, 'main.tf'), `provider "aws" {\n  region = "us-east-1"\n}\n${machine}`)
})
afterAll(() => rmSync(home, { recursive: true }))

describe('a price list that is damaged on disk', () => {
  it.each([
    [['scan', '--format', 'json']],
    [['prices', 'find', 'm5.large']],
    [['prices', 'alternatives', 'm5.large', '--need', 'region=us-east-1']],
  ])('ends outlay %j with its name and exit code 2, and prints no price', async (args) => {
    const printed: string[] = []
    const told: string[] = []
    const out: Out = {
      print: (text) => printed.push(String(text)),
      tell: (text) => told.push(text),
      progress: () => undefined,
      width: 100,
      colour: false,
    }
    expect(await run(args, project, out)).toBe(2)
    expect(told).toEqual([
      expect.stringContaining(`The price list ${join(prices, 'cloud-aws.bin.br')} is damaged`) as string,
    ])
    expect(told[0]).toContain('so nothing can be priced. Install Outlay again.')
    expect(printed).toEqual([])
  })
})
