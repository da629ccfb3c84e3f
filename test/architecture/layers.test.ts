import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, posix, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const root = join(dirname(fileURLToPath(import.meta.url)), '../..')

/** What a file of a folder may import: other folders of ours, Node, VS Code. Its own folder always. */
const layers: Record<string, { readonly ours: readonly string[]; readonly node?: true; readonly vscode?: true }> = {
  core: { ours: [] },
  'language-rules': { ours: ['core'] },
  billing: { ours: ['core'], node: true },
  // What it shows is made by the host: of that it has the types.
  webview: { ours: ['core/report/simulation-view.ts'] },
  cli: { ours: ['core', 'language-rules', 'billing', 'webview/protocol.ts', 'package.json'], node: true },
  extension: {
    ours: [
      'core',
      'language-rules',
      'billing',
      'cli/price-book.ts',
      'cli/tokenizer.ts',
      'cli/prices-refresh',
      'webview/protocol.ts',
      'webview/analysis-protocol.ts',
      'webview/simulator-protocol.ts',
      'webview/html.ts',
    ],
    node: true,
    vscode: true,
  },
}

function sources(folder: string): string[] {
  return readdirSync(join(root, folder)).flatMap((name) => {
    const file = `${folder}/${name}`
    if (statSync(join(root, file)).isDirectory()) return sources(file)
    return name.endsWith('.ts') && !name.endsWith('.test.ts') ? [file] : []
  })
}

function importsOf(file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8')
  const found = text.matchAll(
    /(?:^|\n)\s*(?:import|export)\b[^'"\n]*?(?:\{[^}]*\}[^'"\n]*?)?from\s*['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)|(?:^|\n)import\s*['"]([^'"]+)['"]/g,
  )
  return [...found].map((match) => match[1] ?? match[2] ?? match[3] ?? '')
}

function trespass(file: string, specifier: string): string | undefined {
  const folder = file.split('/')[0]!
  const layer = layers[folder]!
  const inTests = file.includes('/testing/')
  if (specifier === 'vscode') return layer.vscode ? undefined : `${file} imports vscode`
  if (specifier.startsWith('node:')) return layer.node || inTests ? undefined : `${file} imports ${specifier}`
  if (!specifier.startsWith('.')) return undefined
  const target = posix.normalize(posix.join(posix.dirname(file), specifier))
  const allowed = [folder, ...layer.ours].some((place) => target === place || target.startsWith(`${place}/`))
  return allowed ? undefined : `${file} imports ${target}`
}

describe('who may import whom', () => {
  for (const folder of Object.keys(layers)) {
    it(`holds for ${folder}/`, () => {
      const files = sources(folder)
      expect(files.length).toBeGreaterThan(0)
      expect(files.flatMap((file) => importsOf(file).flatMap((specifier) => trespass(file, specifier) ?? []))).toEqual(
        [],
      )
    })
  }

  it('sees a trespass when there is one', () => {
    expect(trespass('core/session.ts', 'node:fs')).toBe('core/session.ts imports node:fs')
    expect(trespass('core/session.ts', '../language-rules/registry.gen.ts')).toBe(
      'core/session.ts imports language-rules/registry.gen.ts',
    )
    expect(trespass('billing/focus.ts', '../language-rules/rules/unbounded-output.ts')).toContain('language-rules')
    expect(trespass('webview/panel.ts', '../core/types.ts')).toBe('webview/panel.ts imports core/types.ts')
  })

  it('reads the imports of a file whatever their layout', () => {
    expect(importsOf('core/session.ts')).toContain('./document.ts')
    expect(importsOf('core/rules/run.ts')).toContain('../estimate/model-call.ts')
  })
})

describe('the house style', () => {
  const all = [...Object.keys(layers), 'scripts', 'test']
    .flatMap(sources)
    .filter((file) => !file.endsWith('.gen.ts') && !file.includes('/fixtures/'))

  it('keeps every file under 400 lines', () => {
    const long = all.filter((file) => readFileSync(join(root, file), 'utf8').split('\n').length > 400)
    expect(long).toEqual([])
  })

  it('names files in kebab-case', () => {
    expect(all.filter((file) => !/^[a-z0-9]+([.-][a-z0-9]+)*\.ts$/.test(relative(dirname(file), file)))).toEqual([])
  })
})
