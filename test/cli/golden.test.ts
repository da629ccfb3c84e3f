import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import Ajv from 'ajv'
import { describe, expect, test } from 'vitest'
import { z } from 'zod/mini'
import { runScan, type ScanCommand } from '../../cli/commands/scan.ts'
import { loadEngine } from '../../cli/engine.ts'
import { scanFormats } from '../../cli/formats.ts'
import { scanSchema } from '../../core/report/schema.ts'
import { listener } from './folder.ts'

// What the command line says of samples/, kept word for word. UPDATE_GOLDEN=1 writes it anew; the diff is then read.

const samples = fileURLToPath(new URL('../../samples', import.meta.url))
const golden = new URL('../golden/', import.meta.url)
const extension = { text: 'txt', json: 'json', sarif: 'sarif.json', markdown: 'md' }
const engine = await loadEngine()

async function scan(format: ScanCommand['format'], paths: readonly string[] = []) {
  const { out, printed, told } = listener()
  const exit = await runScan(
    { cwd: samples, paths, format, fix: false, showSuppressed: true, failOn: 'never' },
    engine,
    out,
  )
  expect([exit, told()]).toEqual([0, ''])
  return printed()
    .replaceAll(encodeURI(samples.replaceAll('\\', '/')), '<samples>')
    .replaceAll(JSON.stringify(samples).slice(1, -1), '<samples>')
}

describe('samples/', () => {
  test.each(scanFormats)('%s is as it was', async (format) => {
    const file = new URL(`scan-samples.${extension[format]}`, golden)
    const now = await scan(format)
    if (process.env.UPDATE_GOLDEN === '1') writeFileSync(file, now)
    expect(existsSync(file), `${file.pathname} is missing: run with UPDATE_GOLDEN=1`).toBe(true)
    expect(now).toBe(readFileSync(file, 'utf8'))
  })

  test('the JSON is what its schema says, and no more', async () => {
    const validate = new Ajv({ allErrors: true, strict: false }).compile(
      z.toJSONSchema(scanSchema, { target: 'draft-7' }),
    )
    validate(JSON.parse(await scan('json')))
    expect(validate.errors).toBeNull()
  })

  test('a second scan says the same, byte for byte', async () => {
    expect(await scan('json')).toBe(await scan('json'))
  })

  test('scanned alone, a sample costs what it costs among the others', async () => {
    const all = JSON.parse(await scan('json')).sites.filter((site: { file: string }) =>
      site.file.startsWith('infrastructure/'),
    )
    const alone = JSON.parse(await scan('json', ['infrastructure'])).sites
    const amounts = (sites: { key: string; estimate: object }[]) => sites.map(({ key, estimate }) => [key, estimate])
    expect(amounts(alone)).toEqual(amounts(all))
  })
})

test('no golden is left over', () => {
  const wanted = scanFormats.map((format) => `scan-samples.${extension[format]}`)
  expect(
    readdirSync(golden)
      .filter((name) => name.startsWith('scan-'))
      .sort(),
  ).toEqual(wanted.sort())
})
