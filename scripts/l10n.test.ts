import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { l10nBundle, pseudo, saidIn } from './l10n.ts'

const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '')
const read = (file: string) => readFileSync(`${root}/${file}`, 'utf8')

it('nothing that users see of the editor’s own surfaces stands there bare', () => {
  const { said, bare } = saidIn(root)
  expect(said.length).toBeGreaterThan(100)
  expect(bare.map(({ at, text }) => `${at}: ${text}`)).toEqual([])
})

it('the bundle for translators holds each of them, and the manifest says where it is', () => {
  const texts = saidIn(root).said.map(({ text }) => text)
  expect(Object.keys(JSON.parse(l10nBundle(root)))).toEqual([...new Set(texts)].sort())
  expect(JSON.parse(read('package.json')).l10n).toBe('./l10n')
})

it('each text of the manifest is in package.nls.json, and each text there is used', () => {
  const { contributes, capabilities } = JSON.parse(read('package.json'))
  const manifest = JSON.stringify({ contributes, capabilities })
  const used = new Set([...manifest.matchAll(/"%([^%"]+)%"/g)].map((match) => match[1]))
  expect([...used].sort()).toEqual(Object.keys(JSON.parse(read('package.nls.json'))).sort())
  const bare = [
    ...manifest.matchAll(/"(?:title|description|markdownDescription|contents|name|altText)":"([^%"][^"]*)"/g),
  ]
  expect(bare.map((match) => match[1]).filter((text) => text !== 'Outlay')).toEqual([])
})

it('a pseudo-locale can be made of both: placeholders, links and names of settings are as they were', () => {
  const marks = (text: string) => text.match(/\{\d+\}|\]\([^)]*\)|`[^`]*`|#[\w.]+#/g) ?? []
  for (const bundle of [l10nBundle(root), read('package.nls.json')])
    for (const text of Object.values(JSON.parse(bundle) as Record<string, string>)) {
      const translated = pseudo(text)
      expect(marks(translated)).toEqual(marks(text))
      expect(translated).not.toBe(text)
    }
  expect(pseudo('Show {0} in [the panel](command:outlay.openPanel)')).toBe(
    '［Shów {0} ín [thé pánél](command:outlay.openPanel)～～］',
  )
})
