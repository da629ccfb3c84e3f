// What newcomers read first: its commands are there, its links lead somewhere, its numbers are so.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it, test } from 'vitest'
import { sources } from '../../billing/registry.gen.ts'
import type { Out } from '../../cli/output.ts'
import { run } from '../../cli/program.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const read = (path: string) => readFileSync(join(root, path), 'utf8')
const [readme, contributing] = [read('README.md'), read('CONTRIBUTING.md')]
const pages = ['docs', 'docs/rules'].flatMap((folder) =>
  readdirSync(join(root, folder)).flatMap((name) => (name.endsWith('.md') ? [`${folder}/${name}`] : [])),
)

const headings = (text: string) =>
  [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading]) =>
    heading!
      .toLowerCase()
      .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
      .replace(/[^\p{L}\p{N}\- ]/gu, '')
      .replaceAll(' ', '-'),
  )

test.each(['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', ...pages])('every link of %s leads somewhere', (page) => {
  const links = [...read(page).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link]) => link!)
  const dead = links.filter((link) => {
    if (/^[a-z]+:/.test(link)) return false
    const [path, heading] = link.split('#') as [string, string?]
    const file = path === '' ? page : join(dirname(page), path)
    if (!existsSync(join(root, file))) return true
    return heading !== undefined && file.endsWith('.md') && !headings(read(file)).includes(heading)
  })
  expect(dead).toEqual([])
})

it('names scripts that there are', () => {
  const { scripts } = JSON.parse(read('package.json')) as { readonly scripts: object }
  const named = [...`${readme}${contributing}`.matchAll(/npm run ([\w:]+)/g)].map(([, name]) => name!)
  expect(named.length).toBeGreaterThan(4)
  expect(named.filter((name) => !(name in scripts))).toEqual([])
})

it('names commands and options that there are', async () => {
  const helps = new Map<string, string>()
  async function help(...command: string[]): Promise<string> {
    const key = command.join(' ')
    if (!helps.has(key)) {
      const said: string[] = []
      const hear = (text: string | Buffer) => void said.push(String(text))
      const out: Out = { print: hear, tell: hear, progress: () => undefined, width: 80, colour: false }
      await run([...command, '--help'], root, out)
      helps.set(key, said.join(''))
    }
    return helps.get(key)!
  }
  const lines = [
    ...readme.split('\n').filter((line) => line.startsWith('outlay ')),
    ...pages.flatMap((page) => [...read(page).matchAll(/`(outlay [^`]+)`/g)].map(([, line]) => line!)),
  ]
  expect(lines.length).toBeGreaterThan(40)
  for (const line of lines) {
    const [, command, under] = /^outlay (\w+)(?: ([a-z]+)(?= |$))?/.exec(line)!
    expect([line, await help()]).toEqual([line, expect.stringContaining(`\n  ${command} `)])
    const isUnder = under !== undefined && (await help(command!)).includes('\nCommands:')
    if (isUnder) expect([line, await help(command!)]).toEqual([line, expect.stringContaining(`\n  ${under} `)])
    const own = await help(command!, ...(isUnder ? [under] : []))
    for (const [option] of line.matchAll(/--[\w-]+/g))
      expect([line, own]).toEqual([line, expect.stringContaining(option)])
  }
})

it('counts what is read', () => {
  const told = (words: RegExp) => Number(words.exec(readme)?.[1])
  const sections = read('docs/resources.md').split(/^## /m)
  const typesOf = (cloud: string, prefix: string) => {
    const rows = sections.find((section) => section.startsWith(cloud))!.split('\n')
    return new Set(
      rows.flatMap((row) => row.split(' | ')[1]?.match(new RegExp(`(?<=\`)${prefix}_\\w+(?=\`)`, 'g')) ?? []),
    ).size
  }
  const calls = read('docs/model-calls.md').match(/^\| \[/gm)!.length
  const counted: [number, number][] = [
    [told(/some (\d+), from OpenAI/), calls],
    [told(/some (\d+) resource types of AWS/), typesOf('AWS', 'aws')],
    [told(/(\d+) of Azure/), typesOf('Azure', 'azurerm')],
    [told(/(\d+) of Google/), typesOf('Google', 'google')],
  ]
  for (const [said, is] of counted) expect(Math.abs(said - is) / is, `${said} of ${is}`).toBeLessThan(0.1)
  expect(told(/\[(\d+) sources\]/)).toBe(sources.length)
})
