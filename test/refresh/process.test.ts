import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { runPricesUpdate } from '../../cli/commands/prices-update.ts'
import type { Out } from '../../cli/output.ts'
import { runRefresh } from '../../cli/prices-refresh/client.ts'
import { pricesFolder } from '../../cli/prices-refresh/folder.ts'
import { readTables } from '../../cli/prices-refresh/store.ts'
import { ec2, genai, paths } from './lists.ts'
import { type ListServer, startLists } from './server.ts'

// The real process, forked as the command line forks it, run from its source.

let server: ListServer
let folder: string

beforeEach(async () => {
  server = await startLists()
  folder = mkdtempSync(join(tmpdir(), 'outlay-prices-'))
  vi.stubEnv('OUTLAY_PRICES', folder)
})

afterEach(async () => {
  vi.unstubAllEnvs()
  await server.close()
  rmSync(folder, { recursive: true, force: true })
})

const listen = (): Out & { readonly printed: string[]; readonly told: string[] } => {
  const [printed, told]: [string[], string[]] = [[], []]
  return {
    printed,
    told,
    print: (text) => void printed.push(String(text)),
    tell: (text) => void told.push(text),
    progress: () => undefined,
    width: 100,
    colour: false,
  }
}

describe('outlay prices update', () => {
  it('prints what was refreshed, and refuses a list that has lost most of the bundled prices', async () => {
    server.bodies[paths.ec2] = ec2({ 'm5.large': 0.096 })
    server.bodies[paths.genai] = genai({ 'gpt-4o': 2.5 })
    const out = listen()
    const bases = { 'aws-ec2': server.base, 'genai-prices': server.base }
    const command = { source: ['aws-ec2', 'genai-prices'], region: ['us-east-1'], acceptDrift: false, bases }
    expect(await runPricesUpdate(command, out)).toBe(1)
    expect(out.printed).toEqual([])
    expect(out.told).toEqual([
      expect.stringMatching(
        /^genai-prices was refused: it has lost \d+ % of the \d+ prices known before\. What was there before stays\.$/,
      ),
      'If that is so, outlay prices update --source genai-prices --accept-drift takes it.',
      expect.stringMatching(
        /^AWS Price List, us-east-1 was refused: it has lost \d+ % of the \d+ prices known before\. /,
      ),
      'If that is so, outlay prices update --source aws-ec2 --region us-east-1 --accept-drift takes it.',
    ])
    expect(readTables(folder).tables).toEqual([])

    const again = listen()
    expect(await runPricesUpdate({ ...command, source: ['aws-ec2'], acceptDrift: true }, again)).toBe(0)
    expect(again.printed).toEqual([
      expect.stringMatching(/^AWS Price List, us-east-1: 1 price of 2026-11-18; taken although it has lost \d+ %/),
    ])
    expect(again.told).toEqual([])
    expect(readTables(folder).tables).toMatchObject([{ source: 'aws-ec2', region: 'us-east-1' }])
  })

  it('says what cannot be done, and ends with 2', async () => {
    const out = listen()
    expect(await runPricesUpdate({ source: ['nowhere'], region: [], acceptDrift: false }, out)).toBe(2)
    expect(out.told).toEqual([expect.stringContaining('There is no price source nowhere.')])

    const again = listen()
    expect(await runPricesUpdate({ source: ['azure-retail'], region: [], acceptDrift: false }, again)).toBe(2)
    expect(again.told).toEqual([
      expect.stringMatching(/^Azure Retail Prices is read by region: none of its own was named, as in --region \w+\.$/),
    ])
  })
})

it('is cancelled by its parent, and leaves neither table nor lock', async () => {
  server.bodies[paths.ec2] = ec2({ 'm5.large': 0.096, 'm5.xlarge': 0.192 })
  server.faults = ['silence']
  const controller = new AbortController()
  server.answered = () => controller.abort()
  const request = {
    sources: ['aws-ec2'],
    regions: ['us-east-1'],
    folder,
    acceptDrift: false,
    bases: { 'aws-ec2': server.base },
  }
  const { outcomes } = await runRefresh(request, controller.signal, () => undefined)
  expect(outcomes).toMatchObject([{ is: 'cancelled' }])
  expect(readdirSync(folder)).toEqual([])
})

it('ends in order when Ctrl-C reaches the process itself', async () => {
  server.bodies[paths.ec2] = ec2({ 'm5.large': 0.096, 'm5.xlarge': 0.192 })
  server.faults = ['silence']
  server.answered = () => process.kill(Number(readFileSync(join(folder, 'refresh.lock'), 'utf8')), 'SIGINT')
  const { outcomes, why } = await runRefresh(
    {
      sources: ['aws-ec2'],
      regions: ['us-east-1'],
      folder,
      acceptDrift: false,
      bases: { 'aws-ec2': server.base },
    },
    new AbortController().signal,
    () => undefined,
  )
  expect({ outcomes, why }).toMatchObject({ outcomes: [{ is: 'cancelled' }], why: undefined })
  expect(readdirSync(folder)).toEqual([])
})

it('keeps prices where each system keeps caches', () => {
  expect(pricesFolder({ XDG_CACHE_HOME: '/c' }, 'linux')).toBe('/c/outlay/prices')
  expect(pricesFolder({}, 'darwin')).toMatch(/\/Library\/Caches\/outlay\/prices$/)
  expect(pricesFolder({ OUTLAY_PRICES: '/here' }, 'darwin')).toBe('/here')
})
