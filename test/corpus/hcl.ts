// `npm run corpus:hcl -- <folders>`: every Terraform file below the folders, read by us and by HashiCorp's own parser (hcl2json), value by
// value, and evaluated on its own. Prints how many agree, what differs, and what took longest. Ends with 1 where a file throws or is too slow.
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parse as parseWithGo } from '@cdktf/hcl2json'
import { fileDocument } from '../../core/document.ts'
import { engine } from '../../language-rules/formats/terraform/engine.ts'
import { parseHcl } from '../../language-rules/formats/terraform/hcl/body.ts'
import { toJson } from '../../language-rules/formats/terraform/hcl/to-json.fixture.ts'

/** No file may take longer to read and evaluate. Milliseconds of processor time. */
const slow = 100

const folders = process.argv.slice(2).map((folder) => resolve(folder))
if (folders.length === 0) {
  console.error('Usage: npm run corpus:hcl -- <folder>…')
  process.exit(2)
}

const counts = { files: 0, lines: 0, values: 0, same: 0, refusedByBoth: 0, refusedByUs: 0, refusedByGo: 0, threw: 0 }
const times: [ms: number, file: string][] = []
for (const file of folders.flatMap((folder) => filesBelow(folder))) await compare(file)

times.sort(([a], [b]) => b - a)
const percent = ((100 * counts.same) / Math.max(1, counts.values)).toFixed(4)
console.log(
  `${counts.files} files, ${counts.lines} lines: ${counts.same} of ${counts.values} values agree (${percent} %); ${counts.refusedByBoth} files refused by both, ${counts.refusedByUs} by us alone, ${counts.refusedByGo} by the Go parser alone, ${counts.threw} threw`,
)
console.log(
  `slowest to read and evaluate: ${times
    .slice(0, 5)
    .map(([ms, file]) => `${ms.toFixed(1)} ms ${file}`)
    .join(', ')}`,
)
process.exit(counts.threw > 0 || (times[0]?.[0] ?? 0) > slow ? 1 : 0)

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(tf|tofu|tfvars)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
}

async function compare(file: string): Promise<void> {
  const text = readFileSync(file, 'utf8')
  counts.files++
  counts.lines += text.split('\n').length
  evaluateAlone(file, text)
  const ours = parseHcl(text)
  const theirs = await parseWithGo('main.tf', text).catch(() => undefined)
  if (theirs === undefined) {
    counts[ours.problems.length > 0 ? 'refusedByBoth' : 'refusedByGo']++
    if (ours.problems.length === 0) console.log(`  the Go parser refuses ${file}`)
    return
  }
  if (ours.problems.length > 0) {
    counts.refusedByUs++
    console.log(`  we refuse ${file}: ${ours.problems[0]!.message}`)
  }
  differences(toJson(ours.items, text), theirs, file)
}

/** A file that seems slow is timed again: the first files pay for the compiler of the engine, and any for a collection. */
function evaluateAlone(file: string, text: string): void {
  let ms = evaluateOnce(file, text)
  for (let again = 0; again < 3 && ms > slow / 4; again++) ms = Math.min(ms, evaluateOnce(file, text))
  times.push([ms, file])
}

function evaluateOnce(file: string, text: string): number {
  const before = process.cpuUsage()
  try {
    const { blocks } = engine.evaluate([fileDocument(file, 'terraform', text)], { region: {} })
    for (const block of blocks)
      for (const name of Object.keys(block.source.values)) block.fact(name.replace(/\[\d+\]/, ''))
  } catch (error) {
    counts.threw++
    console.log(`  threw on ${file}: ${error instanceof Error ? error.stack : String(error)}`)
  }
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

/** Every leaf of theirs is one value. */
function differences(ours: unknown, theirs: unknown, path: string): void {
  if (typeof theirs === 'object' && theirs !== null && typeof ours === 'object' && ours !== null) {
    for (const key of new Set([...Object.keys(theirs), ...Object.keys(ours)])) {
      differences((ours as Record<string, unknown>)[key], (theirs as Record<string, unknown>)[key], `${path} ${key}`)
    }
    return
  }
  counts.values++
  if (ours === theirs) counts.same++
  else console.log(`  ${path}: ${JSON.stringify(ours)} is ${JSON.stringify(theirs)} to the Go parser`)
}
