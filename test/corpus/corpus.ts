// `npm run corpus -- <folders>`: public repositories given as folders. Prints what was found in each, what took how long, and anything
// that may never happen: a crash, an unpriced site with an amount, a model that nobody wrote.
import { readFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { loadEngine } from '../../cli/engine.ts'
import { scan } from '../../cli/scan.ts'
import { diskTree, readText } from '../../cli/tree.ts'
import { walk } from '../../cli/walk.ts'
import { createConfigs } from '../../core/config/configs.ts'
import { valueOf } from '../../core/known.ts'
import type { CostedSite, ModelCall } from '../../core/types.ts'

const folders = process.argv.slice(2).filter((argument) => !argument.startsWith('--'))
const list = process.argv.includes('--list')
if (folders.length === 0) {
  console.error('Usage: npm run corpus -- [--list] <folder>…')
  process.exit(2)
}

const engine = await loadEngine()
for (const folder of folders.map((each) => resolve(each))) {
  const start = performance.now()
  const configs = createConfigs(readText, engine.registry.rules)
  const scanned = await scan({
    tree: diskTree(folder),
    folders: [''],
    files: [],
    configs,
    engine,
    progress: () => undefined,
  })
  const { results } = scanned
  const ms = Math.round(performance.now() - start)
  const sites = results.flatMap((result) => result.sites)
  const findings = results.flatMap((result) => result.findings)
  const problems = [...scanned.problems, ...results.flatMap((result) => result.problems)]
  console.log(
    `\n${basename(folder)}: ${results.length} files with sites or problems, ${sites.length} sites, ${findings.length} findings, ${problems.length} problems, ${ms} ms`,
  )
  console.log(`  status ${tally(sites.map(({ estimate }) => estimate.status))}`)
  console.log(`  calls ${tally(sites.map(({ site }) => (site.kind === 'model-call' ? site.call : site.type)))}`)
  console.log(`  rules ${tally(findings.map((finding) => finding.rule))}`)
  for (const result of results) {
    for (const costed of result.sites)
      for (const what of wrong(folder, result.file, costed))
        console.log(`  WRONG ${result.file} ${costed.site.key}: ${what}`)
    if (list)
      for (const finding of result.findings) console.log(`  ${result.file} [${finding.rule}] ${finding.message}`)
  }
  if (list) for (const problem of problems) console.log(`  problem ${problem.file}: ${problem.message}`)
}

function tally(words: readonly string[]): string {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return (
    [...counts]
      .sort((a, b) => b[1] - a[1])
      .map(([word, count]) => `${word} ${count}`)
      .join(', ') || 'none'
  )
}

function wrong(folder: string, file: string, { site, estimate }: CostedSite): string[] {
  const found: string[] = []
  if (estimate.status === 'unknown' && estimate.usd) found.push('unknown, and yet it has an amount')
  if (estimate.usd && estimate.usd.high === 0) found.push('costs $0')
  if (site.kind === 'model-call') found.push(...invented(folder, file, site))
  return found
}

/** A model id has to stand somewhere in the file it is said to come from, or in another of the project, whole or in two constant halves. */
function invented(folder: string, file: string, call: ModelCall): string[] {
  const model = valueOf(call.model)
  if (model === undefined) return []
  const holds = (text: string) => text.includes(model) || model.split(/[:/]/).every((half) => text.includes(half))
  if (holds(readFileSync(join(folder, file), 'utf8'))) return []
  const elsewhere = call.model.is !== 'oneOf' && 'via' in call.model && call.model.via === 'other-file'
  if (elsewhere && sourcesOf(folder).some(holds)) return []
  return [`model ${model} is in no ${elsewhere ? 'file of the project' : 'line of the file'}`]
}

const sources = new Map<string, readonly string[]>()

function sourcesOf(folder: string): readonly string[] {
  const there = sources.get(folder)
  if (there) return there
  const { files } = walk(diskTree(folder), '', (name) => /\.(py|ipynb|[cm]?[jt]sx?)$/.test(name))
  const texts = files.map((file) => readFileSync(join(folder, file), 'utf8'))
  sources.set(folder, texts)
  return texts
}
