// What VS Code asks of an extension's package.json, and what its users ask of one that is quiet.
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { registry } from '../../language-rules/registry.gen.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const read = (name: string) => readFileSync(join(root, name), 'utf8')
const manifest = JSON.parse(read('package.json'))
const words = JSON.parse(read('package.nls.json')) as Record<string, string>
const { contributes } = manifest
const settings = Object.entries(contributes.configuration.properties) as [string, Record<string, unknown>][]

function sources(folder: string): string[] {
  return readdirSync(join(root, folder)).flatMap((name) => {
    const path = `${folder}/${name}`
    if (statSync(join(root, path)).isDirectory()) return sources(path)
    return name.endsWith('.ts') && !name.endsWith('.test.ts') ? [path] : []
  })
}
const code = sources('extension').map((path) => [path, read(path)] as const)
const naming = (pattern: RegExp) => code.flatMap(([path, text]) => (pattern.test(text) ? [path] : []))

describe('activation', () => {
  it('is by language, notebook, panel or config: never at startup, never by a command', () => {
    const kinds = (manifest.activationEvents as string[]).map((event) => event.split(':')[0])
    expect(new Set(kinds)).toEqual(new Set(['onLanguage', 'onNotebook', 'onWebviewPanel', 'workspaceContains']))
  })
})

describe('commands', () => {
  it('have a title of the words file and the one category, and none is an emoji', () => {
    for (const { command, title, category } of contributes.commands) {
      expect(command).toMatch(/^outlay\./)
      expect(category).toBe('Outlay')
      expect(words[title.slice(1, -1)]).toMatch(/^[A-Z][\x20-\x7e…]+$/)
    }
  })

  it('are all registered', () => {
    const declared = contributes.commands.map(({ command }: { command: string }) => command)
    const [, body = ''] = /Readonly<Record<string, \(\.\.\.args: never\[\]\) => unknown>> = \{(.*?)\n {2}\}/s.exec(
      read('extension/commands.ts'),
    )!
    const listed = [...body.matchAll(/^ {4}(\w+)(?=[:,(])/gm)].map(([, name]) => `outlay.${name}`)
    const alone = code.flatMap(([, text]) => [...text.matchAll(/registerCommand\(\s*'(outlay\.\w+)'/g)])
    const registered = new Set([...listed, ...alone.map(([, name]) => name)])
    expect(declared.filter((name: string) => !registered.has(name))).toEqual([])
  })

  it('that need trust or a machine are hidden where there is none', () => {
    const when = Object.fromEntries(
      contributes.menus.commandPalette.map((each: { command: string; when: string }) => [each.command, each.when]),
    )
    expect(when['outlay.revealSite']).toBe('false')
    expect(when['outlay.importFocus']).toBe('isWorkspaceTrusted')
    for (const name of ['compareWith', 'updatePrices']) expect(when[`outlay.${name}`]).toBe('!outlay.inBrowser')
    for (const name of ['connectSpend', 'refreshSpend', 'testSpend', 'disconnectSpend', 'chooseSpendScope'])
      expect(when[`outlay.${name}`]).toBe('isWorkspaceTrusted && !outlay.inBrowser')
  })

  it('stand in menus only where they apply, none in the title of every editor', () => {
    expect(contributes.menus['editor/title'] ?? []).toEqual([])
    for (const [menu, entries] of Object.entries(contributes.menus))
      for (const { when } of entries as { when?: string }[]) expect(when, menu).toBeTruthy()
  })
})

describe('settings', () => {
  it('are twenty at most, each with a default, a scope, a place and words', () => {
    expect(settings.length).toBeLessThanOrEqual(20)
    expect(settings.map(([, { order }]) => order)).toEqual(settings.map((_, i) => i + 1))
    for (const [name, setting] of settings) {
      expect(setting.default, name).toBeDefined()
      expect(setting.scope, name).toMatch(/^(application|machine|window|resource)$/)
      expect(words[String(setting.markdownDescription).slice(1, -1)], name).toBeTruthy()
      const values = (setting.enum ?? []) as string[]
      expect((setting.markdownEnumDescriptions ?? []) as string[], name).toHaveLength(values.length)
    }
  })

  it('that reach the network say so, and an address is the machine’s own', () => {
    const online = settings.filter(([, { tags }]) => (tags as string[] | undefined)?.includes('usesOnlineServices'))
    expect(online.map(([name]) => name)).toEqual([
      'outlay.spend.refreshHours',
      'outlay.spend.addresses',
      'outlay.prices.update',
      'outlay.prices.regions',
    ])
    expect(contributes.configuration.properties['outlay.spend.addresses'].scope).toBe('machine')
    expect(contributes.configuration.title).toBe('Outlay')
  })
})

describe('views', () => {
  it('are in one container, five at most, each with an icon and a welcome', () => {
    expect(contributes.viewsContainers.activitybar).toHaveLength(1)
    expect(Object.keys(contributes.views)).toEqual(['outlay'])
    expect(contributes.views.outlay.length).toBeLessThanOrEqual(5)
    for (const { icon } of contributes.views.outlay)
      expect(icon.startsWith('$(') || read(icon).includes('<svg'), icon).toBe(true)
    expect(contributes.viewsWelcome.length).toBeGreaterThan(0)
  })

  it('one walkthrough of few steps, each with a picture that follows the theme', () => {
    expect(contributes.walkthroughs).toHaveLength(1)
    const { steps } = contributes.walkthroughs[0]
    expect(steps.length).toBeLessThanOrEqual(5)
    for (const { media } of steps) {
      expect(read(media.svg)).toContain('--vscode-')
      expect(words[media.altText.slice(1, -1)]).toBeTruthy()
    }
  })
})

describe('words', () => {
  it('that package.json asks for are all there, and no others', () => {
    const asked = [...read('package.json').matchAll(/"%([\w.]+)%"/g)].map(([, name]) => name!)
    expect([...new Set(asked)].sort()).toEqual(Object.keys(words).sort())
  })
})

describe('quiet', () => {
  it('no rule is an error by itself, but the one that says nothing until somebody has set a budget', () => {
    expect(registry.rules.filter(({ severity }) => severity === 'error').map(({ id }) => id)).toEqual(['over-budget'])
  })

  it.each([
    ['moves the user’s views', /moveViews/],
    ['draws decorations past the settings for hints', /createTextEditorDecorationType/],
    ['has a colour of its own, past the theme’s', /#[0-9a-f]{6}\b|rgba?\(|backgroundColor/i],
    ['keeps a hidden panel alive', /retainContextWhenHidden/],
    ['counts what its users do', /TelemetryLogger|isTelemetryEnabled|sendTelemetry/],
  ])('nothing %s', (_what, pattern) => {
    expect(naming(pattern)).toEqual([])
  })

  it('there is one item in the status bar', () => {
    expect(naming(/createStatusBarItem/)).toEqual(['extension/status.ts'])
  })

  it('keys are kept in the secret storage alone', () => {
    expect(naming(/secrets\.(get|store|delete)\(/)).toEqual(['extension/accounts/keys.ts'])
    expect(read('extension/accounts/keys.ts')).not.toMatch(/globalState|workspaceState|Memento/)
  })
})

describe('where it runs', () => {
  it('says what it does in untrusted and in virtual workspaces', () => {
    const { untrustedWorkspaces, virtualWorkspaces } = manifest.capabilities
    expect([untrustedWorkspaces.supported, virtualWorkspaces.supported]).toEqual(['limited', 'limited'])
    for (const { description } of [untrustedWorkspaces, virtualWorkspaces])
      expect(words[description.slice(1, -1)]).toBeTruthy()
    expect(untrustedWorkspaces.restrictedConfigurations).toContain('outlay.spend.addresses')
  })

  it('is where the files are, and in a browser one file', () => {
    expect(manifest.extensionKind).toEqual(['workspace'])
    expect([manifest.main, manifest.browser]).toEqual(['./dist/main.cjs', './dist/web/extension.js'])
  })

  it('checks outlay.json by its schema', () => {
    expect(contributes.jsonValidation).toEqual([{ fileMatch: 'outlay.json', url: './schemas/outlay.schema.json' }])
  })
})

describe('in the shop', () => {
  it('has a PNG of 128 pixels or more, few words to be found by, and no SVG in its page', () => {
    const icon = readFileSync(join(root, manifest.icon))
    expect(icon.subarray(1, 4).toString()).toBe('PNG')
    expect(icon.readUInt32BE(16)).toBeGreaterThanOrEqual(128)
    expect(manifest.categories).toContain('Linters')
    expect(manifest.keywords.length).toBeLessThanOrEqual(10)
    expect(read('README.md')).not.toMatch(/!\[[^\]]*\]\([^)]*\.svg|!\[[^\]]*\]\(http:/)
    expect([manifest.license, read('CHANGELOG.md').length > 0]).toEqual(['MIT', true])
  })
})
