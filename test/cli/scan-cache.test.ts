import { mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { Out } from '../../cli/output.ts'
import { run } from '../../cli/program.ts'

const volume = (size: number) => `provider "aws" {
  region = "us-east-1"
}
resource "aws_ebs_volume" "data" {
  availability_zone = "us-east-1a"
  size              = ${size}
  type              = "gp3"
}
`

function project() {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'outlay-cache-')))
  onTestFinished(() => rmSync(root, { recursive: true, force: true }))
  const cwd = join(root, 'project')
  const scans = join(root, 'scans')
  mkdirSync(cwd)
  /** Long ago, so that size and time say all. */
  const write = (name: string, text: string, at = 1_700_000_000) => {
    writeFileSync(join(cwd, name), text)
    utimesSync(join(cwd, name), at, at)
    utimesSync(cwd, 1_700_000_000, 1_700_000_000)
  }
  /** What is printed, and whether it was worked out anew. */
  const scan = async (...more: string[]) => {
    let printed = ''
    let worked = false
    const out: Out = {
      print(text) {
        printed += text
      },
      tell: () => undefined,
      progress() {
        worked = true
      },
      width: 100,
      colour: false,
    }
    const exit = await run(['scan', '--format', 'json', ...more], cwd, out, scans)
    return { printed, worked, exit }
  }
  return { cwd, scans, write, scan }
}

test('a scan of what has not changed is answered from the last one', async () => {
  const { write, scan } = project()
  write('main.tf', volume(100))
  const first = await scan()
  expect(first).toMatchObject({ worked: true, exit: 0 })
  expect(await scan()).toEqual({ ...first, worked: false })
  expect(await scan('--no-cache')).toEqual(first)
  expect((await scan('--show-suppressed')).worked).toBe(true)
})

test('another time of the same content is no change; another content, file or config is one', async () => {
  const { write, scan } = project()
  write('main.tf', volume(100))
  const first = await scan()
  write('main.tf', volume(100), 1_700_000_100)
  expect(await scan()).toEqual({ ...first, worked: false })
  write('main.tf', volume(200), 1_700_000_200)
  const second = await scan()
  expect(second.worked).toBe(true)
  expect(second.printed).not.toBe(first.printed)
  write('outlay.json', '{ "ignore": ["*.tf"] }')
  expect((await scan()).printed).not.toBe(second.printed)
})

test('a change in the last moment before a scan is read again, whatever its size and time', async () => {
  const { write, scan } = project()
  const now = Date.now() / 1000
  write('main.tf', volume(100), now)
  const first = await scan()
  write('main.tf', volume(200), now)
  const second = await scan()
  expect(second.worked).toBe(true)
  expect(second.printed).not.toBe(first.printed)
})

test('no more than a dozen scans are kept', async () => {
  const { write, scan, scans } = project()
  write('main.tf', volume(100))
  for (const at of ['error', 'warning', 'info', 'hint', 'never'])
    for (const more of [[], ['--show-suppressed'], ['.']]) await scan('--fail-on', at, ...more)
  expect(readdirSync(scans)).toHaveLength(24)
})
