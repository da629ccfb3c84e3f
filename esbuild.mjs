// Builds everything Outlay ships into dist/. `--partial` skips entries that are not there; `--tests` builds the editor tests too;
// `--named` leaves functions their names, for whoever reads a profile.
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { build } from 'esbuild'
import { assignedSpreads } from './scripts/assigned-spreads.mjs'
import { writeDemo } from './scripts/web-demo.mjs'
import { writeWebSnapshot } from './scripts/web-snapshot.mjs'
import { withoutExamples } from './scripts/without-examples.mjs'

const flags = new Set(process.argv.slice(2))
const dist = 'dist'

const common = {
  bundle: true,
  minifyWhitespace: true,
  minifySyntax: true,
  minifyIdentifiers: !flags.has('--named'),
  sourcemap: false,
  legalComments: 'none',
  logLevel: 'warning',
  target: 'es2022',
}

/**
 * What only some files need and the disk and a browser read alike is built once: `dist/parts/`, in CommonJS.
 * In the bundles of Node the package, or the file, is a require of its part.
 */
const parts = {
  ...common,
  entryPoints: {
    'parts/typescript': 'typescript',
    'parts/parquet': 'billing/files/parquet.ts',
  },
  outdir: dist,
  platform: 'node',
  format: 'cjs',
}

const requiredParts = {
  name: 'required-parts',
  setup(builder) {
    const namespace = 'part'
    const sources = {
      typescript: "export default require('./parts/typescript.js')",
      parquet: "export const { readCube } = require('./parts/parquet.js')",
    }
    builder.onResolve({ filter: /^typescript$/ }, () => ({ path: 'typescript', namespace }))
    builder.onResolve({ filter: /\/files\/parquet\.ts$/ }, () => ({ path: 'parquet', namespace }))
    builder.onResolve({ filter: /.*/, namespace }, ({ path }) => ({ path, external: true }))
    builder.onLoad({ filter: /.*/, namespace }, ({ path }) => ({ contents: sources[path] }))
  },
}

/** The CommonJS packages inside the ESM bundles still ask for `require` and `__dirname`. */
const nodeGlobals = [
  `import { createRequire as __createRequire } from 'node:module'`,
  `import { dirname as __directoryOf } from 'node:path'`,
  `import { fileURLToPath as __pathOf } from 'node:url'`,
  'const require = __createRequire(import.meta.url), __filename = __pathOf(import.meta.url), __dirname = __directoryOf(__filename)',
].join(';')

/**
 * One `require('vscode')` for the whole bundle, of the names in use. Left alone, each file's `import * as vscode` becomes
 * a require and a copy of all 400 names, which is most of the time the extension takes to load.
 */
const vscodeOnce = (folders) => ({
  name: 'vscode-once',
  setup(builder) {
    builder.onResolve({ filter: /^vscode$/ }, ({ namespace }) =>
      namespace === 'vscode-once' ? { path: 'vscode', external: true } : { path: 'vscode', namespace: 'vscode-once' },
    )
    builder.onLoad({ filter: /.*/, namespace: 'vscode-once' }, () => {
      const sources = folders.flatMap((folder) => readdirSync(folder).map((name) => `${folder}/${name}`))
      const used = sources
        .filter((name) => name.endsWith('.ts'))
        .flatMap((name) => [...readFileSync(name, 'utf8').matchAll(/\bvscode\.(\w+)/g)])
      const names = [...new Set(used.map((match) => match[1]))]
      return { contents: `const api = require('vscode')\nexport const { ${names.join(', ')} } = api`, resolveDir: '.' }
    })
  },
})

/** What is not needed at activation, and what most sessions never use, is required from a bundle of its own when it is. */
const loadedLater = {
  name: 'loaded-later',
  setup(builder) {
    builder.onResolve(
      {
        filter:
          /\/(extension|panel|surfaces|views|price-tools\/tools|variable-files\/choose|simulator\/panel|accounts\/desk|compare\/choose|costs\/export)\.ts$/,
      },
      ({ kind, path }) => {
        const [name, folder] = path.replace('.ts', '').split('/').reverse()
        const bundle = folder === '.' ? name : folder
        return kind === 'dynamic-import' ? { path: `./${bundle}.js`, external: true } : undefined
      },
    )
  },
}

const hostBundle = {
  ...common,
  outdir: dist,
  platform: 'node',
  format: 'cjs',
  // An `import()` of what is loaded later becomes a require.
  supported: { 'dynamic-import': false },
  target: 'node20',
}

/**
 * The package is ESM, and VS Code imports the `.js` of such a package through its module hooks, which takes 20 ms longer
 * than a plain require: a `.cjs` entry is required.
 */
const atActivation = {
  ...hostBundle,
  entryPoints: { main: 'extension/main.ts' },
  outExtension: { '.js': '.cjs' },
  plugins: [vscodeOnce(['extension']), loadedLater],
}

/** @param folders below extension/ that it is made of; '' are the files beside them */
const hostPart = (name, source, folders, more = {}) => ({
  ...hostBundle,
  entryPoints: { [name]: `extension/${source}.ts` },
  plugins: [vscodeOnce(folders.map((folder) => join('extension', folder))), loadedLater],
  ...more,
})

/** The main entry of jsonc-parser asks for its parts in a way that no bundle holds. */
const editsJson = { mainFields: ['module', 'main'] }

const hostParts = [
  hostPart('extension', 'extension', ['', 'accounts', 'compare', 'costs']),
  hostPart('panel', 'panel', ['', 'accounts']),
  hostPart('surfaces', 'surfaces', ['', 'accounts', 'costs']),
  hostPart('views', 'views', ['', 'compare', 'costs']),
  hostPart('price-tools', 'price-tools/tools', ['', 'price-tools'], {
    // It starts dist/prices-refresh.mjs, which lies beside it.
    define: { 'import.meta.url': '__url' },
    banner: { js: "const __url = require('node:url').pathToFileURL(__filename).href" },
  }),
  hostPart('variable-files', 'variable-files/choose', ['', 'config-file', 'variable-files'], editsJson),
  hostPart('simulator', 'simulator/panel', ['', 'config-file', 'simulator'], editsJson),
  hostPart('compare', 'compare/choose', ['compare']),
  hostPart('accounts', 'accounts/desk', ['', 'accounts', 'config-file'], editsJson),
  hostPart('costs', 'costs/export', ['costs']),
]

const node = {
  ...common,
  entryPoints: {
    worker: 'extension/worker.ts',
    'child-thread': 'extension/child-thread.ts',
    cli: 'cli/main.ts',
    billing: 'cli/spend/process.ts',
    'prices-refresh': 'cli/prices-refresh/process.ts',
  },
  outdir: dist,
  outExtension: { '.js': '.mjs' },
  chunkNames: '[name]-[hash]',
  platform: 'node',
  format: 'esm',
  splitting: true,
  // Of packages with both, the ESM: an UMD wrapper hides its requires from the bundler.
  mainFields: ['module', 'main'],
  external: ['@duckdb/*'],
  target: 'node20',
  banner: { js: nodeGlobals },
  plugins: [requiredParts, withoutExamples, assignedSpreads],
}

/** In a browser a file of extension/web/ stands for its namesake in extension/. */
const standIns = {
  name: 'stand-ins',
  setup(builder) {
    const extension = resolve('extension')
    builder.onResolve({ filter: /^\.\.?\/.*\.ts$/ }, ({ path, importer, resolveDir }) => {
      const inside = relative(extension, resolve(resolveDir, path))
      const instead = join(extension, 'web', inside)
      const isOurs = !inside.startsWith('..') && !importer.startsWith(join(extension, 'web'))
      return isOurs && existsSync(instead) ? { path: instead } : undefined
    })
  },
}

const web = {
  ...common,
  outdir: dist,
  platform: 'browser',
  mainFields: ['module', 'main'],
}

/** One file, as VS Code asks of a web extension. */
const webExtension = {
  ...web,
  entryPoints: { 'web/extension': 'extension/main.ts' },
  format: 'cjs',
  plugins: [
    standIns,
    vscodeOnce(
      [
        '',
        '/accounts',
        '/compare',
        '/config-file',
        '/costs',
        '/price-tools',
        '/variable-files',
        '/simulator',
        '/web',
        '/web/compare',
        '/web/price-tools',
      ].map((name) => `extension${name}`),
    ),
  ],
}

const webWorker = {
  ...web,
  entryPoints: { 'web/worker': 'extension/web/worker.ts' },
  format: 'iife',
  plugins: [
    standIns,
    withoutExamples,
    {
      name: 'loaded-part',
      setup(builder) {
        builder.onResolve({ filter: /^typescript$/ }, () => ({ path: 'typescript', namespace: 'loaded-part' }))
        builder.onLoad({ filter: /.*/, namespace: 'loaded-part' }, () => ({
          contents: 'module.exports = globalThis.typescript',
        }))
      },
    },
  ],
}

const webBills = {
  ...web,
  entryPoints: { 'web/bills-worker': 'extension/web/bills-worker.ts' },
  format: 'iife',
}

const webview = {
  ...common,
  entryPoints: { 'webview/panel': 'webview/panel.ts', 'webview/simulator': 'webview/simulator.ts' },
  outdir: dist,
  platform: 'browser',
  format: 'iife',
  define: { 'process.env.NODE_ENV': '"production"' },
}

/** The examples of the rules, for a test that tries every fix. */
const ruleExamples = {
  name: 'rule-examples',
  setup(builder) {
    builder.onResolve({ filter: /\/rule-examples\.mjs$/ }, ({ path }) => ({ path, namespace: 'rule-examples' }))
    builder.onLoad({ filter: /.*/, namespace: 'rule-examples' }, () => {
      const folder = './language-rules/rules'
      const files = readdirSync(folder).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
      const imports = files.map((name, i) => `import * as rule${i} from '${folder}/${name}'`)
      const all = files.map((_, i) => `...rule${i}.examples.map((one) => ({ ...one, rule: rule${i}.rule.id }))`)
      return { contents: `${imports.join('\n')}\nexport const examples = [${all.join(', ')}]`, resolveDir: '.' }
    })
  },
}

const editorTests = {
  ...common,
  minify: false,
  entryPoints: {
    'test/suite': 'test/vscode/suite/index.ts',
    'test/smoke': 'test/vscode/smoke/index.ts',
    'test/workspaces': 'test/vscode/workspaces/index.ts',
    'test/together': 'test/vscode/together/index.ts',
    'test/activation': 'test/bench/activation-suite.ts',
    'test/editor-speed': 'test/bench/editor-suite.ts',
    'test/pictures': 'test/vscode/pictures/index.ts',
  },
  outdir: dist,
  platform: 'node',
  format: 'cjs',
  ...editsJson,
  external: ['vscode', 'mocha'],
  target: 'node20',
  plugins: [ruleExamples],
  // Where something lies is told by the runner.
  define: { 'import.meta.url': '""' },
}

/** The suite for a worker of the browser, with what stands there for Node. */
const webTests = {
  ...web,
  minify: false,
  entryPoints: { 'test/web': 'test/vscode/web/index.ts' },
  format: 'cjs',
  external: ['vscode'],
  alias: { 'node:assert/strict': resolve('test/vscode/web/assert.ts') },
  define: { 'process.env.OUTLAY_TEST_PAGE': 'globalThis.outlayTestPage' },
}

function present(options) {
  const entries = Object.entries(options.entryPoints)
  const missing = entries.filter(([, source]) => source.includes('/') && !existsSync(source))
  if (missing.length > 0 && !flags.has('--partial'))
    throw new Error(`entry missing: ${missing.map(([, source]) => source).join(', ')}`)
  for (const [, source] of missing) console.log(`skipped, not there yet: ${source}`)
  return { ...options, entryPoints: Object.fromEntries(entries.filter((entry) => !missing.includes(entry))) }
}

function copy(from, to) {
  if (!existsSync(from) && flags.has('--partial')) return console.log(`skipped, not there yet: ${from}`)
  cpSync(from, to, { recursive: true })
}

/** DuckDB's package and this platform's binary, whole: billing imports it beside itself. */
function copyDuckdb() {
  for (const name of readdirSync('node_modules/@duckdb'))
    copy(`node_modules/@duckdb/${name}`, `${dist}/node_modules/@duckdb/${name}`)
}

/** The sample project without its bills, in one file: a folder on a server cannot be listed. */
function writeSample() {
  const names = readdirSync('samples', { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative('samples', join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter((name) => !name.startsWith('billing/'))
    .sort()
  const texts = names.map((name) => [name, readFileSync(`samples/${name}`, 'utf8')])
  writeFileSync(`${dist}/sample.json`, JSON.stringify(Object.fromEntries(texts)))
}

rmSync(dist, { recursive: true, force: true })
mkdirSync(dist, { recursive: true })
const targets = [
  atActivation,
  ...hostParts,
  parts,
  node,
  webExtension,
  webWorker,
  webBills,
  webview,
  ...(flags.has('--tests') ? [editorTests, webTests] : []),
].map(present)
await Promise.all(
  targets.filter((options) => Object.keys(options.entryPoints).length > 0).map((options) => build(options)),
)
// What is required from there is CommonJS, in a package that is ESM.
writeFileSync(`${dist}/package.json`, '{ "type": "commonjs" }\n')
// One copy, which Node and a browser can unpack.
writeWebSnapshot('core/prices/snapshot', `${dist}/prices`)
copy('core/prices/snapshot/manifest.json', `${dist}/prices/manifest.json`)
for (const encoding of ['o200k_base', 'cl100k_base'])
  copy(`node_modules/tiktoken/encoders/${encoding}.json`, `${dist}/parts/${encoding}.json`)
copy('node_modules/@bsull/augurs/mstl_bg.wasm', `${dist}/mstl_bg.wasm`)
copy('billing/validate/focus-requirements-1.2.json', `${dist}/focus-requirements-1.2.json`)
copyDuckdb()
writeSample()
for (const name of readdirSync('samples/billing'))
  if (name.endsWith('.csv')) copy(`samples/billing/${name}`, `${dist}/demo.csv`)
await writeDemo(`${dist}/billing.mjs`, `${dist}/demo.csv`, `${dist}/web/demo.json`, `${dist}/web/demo-analyses.json`)
const told = [
  'main.cjs',
  'extension.js',
  'panel.js',
  'price-tools.js',
  'worker.mjs',
  'cli.mjs',
  'billing.mjs',
  'webview/panel.js',
]
for (const name of [...told, 'web/extension.js', 'web/worker.js', 'parts/typescript.js']) {
  if (existsSync(`${dist}/${name}`))
    console.log(`${String(statSync(`${dist}/${name}`).size).padStart(9)}  dist/${name}`)
}
