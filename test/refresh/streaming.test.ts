import { expect, it } from 'vitest'
import type { Feed } from '../../core/prices/source.ts'
import { source as ec2 } from '../../core/prices/sources/aws-ec2.ts'
import { source as google } from '../../core/prices/sources/google-list.ts'
import { ec2Head, ec2Line, google as googleList } from './lists.ts'

function feedOf(lines: Iterable<string>): Feed {
  return {
    at: '2026-11-20T06:00:00.000Z',
    text: () => Promise.reject(new Error('the whole file is never held')),
    unzipped: () => Promise.reject(new Error('it is no zip')),
    async *lines() {
      yield* lines
    },
  }
}

it('reads a region file of AWS in pages of 500 lines that may count, while it comes in', async () => {
  let sent = 0
  function* lines(): Generator<string> {
    yield* ec2Head.split('\n')
    for (let i = 0; i < 20_000; i++) {
      sent++
      yield ec2Line(`m5.${i}xlarge`, 0.1 + i / 1000, i % 2 === 0 ? 'Linux' : 'Windows')
    }
  }
  const seen: [sent: number, rows: number][] = []
  for await (const page of ec2.pages('us-east-1', { get: async () => feedOf(lines()) })) {
    const mapped = ec2.rows(page, 'us-east-1')
    expect(page.body.split('\n').length).toBeLessThanOrEqual(506)
    seen.push([sent, mapped.is === 'rows' ? mapped.rows.length : -1])
  }
  expect(seen.slice(0, 3)).toEqual([
    [999, 500],
    [1999, 500],
    [2999, 500],
  ])
  expect(seen.reduce((sum, [, rows]) => sum + rows, 0)).toBe(10_000)
})

it("reads Google's list one machine type at a time, and nothing but machine types", async () => {
  const text = googleList({ 'n2-standard-4': [0.1942, 0.0466], 'a2-highgpu-1g': [3.67, 1.29] })
  const pages = []
  for await (const page of google.pages('', { get: async () => feedOf(text.split('\n')) })) {
    const mapped = google.rows(page, '')
    if (mapped.is === 'rows')
      pages.push([mapped.published, mapped.rows.map((row) => row.is === 'instance' && row.type)])
  }
  expect(pages).toEqual([
    ['2026-11-17', []],
    [undefined, ['n2-standard-4', 'n2-standard-4']],
    [undefined, ['a2-highgpu-1g', 'a2-highgpu-1g']],
  ])
})
