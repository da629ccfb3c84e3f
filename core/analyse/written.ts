// Files that a notebook writes, `%%writefile train.yaml`: each is analysed as a file of its kind, its places those of the cell.
import type { Document } from '../document.ts'
import type { Lower } from '../language.ts'
import { mayHoldDocument } from '../resolve/documents.ts'
import { contextOf } from '../resolve/evaluate.ts'
import type { Sdk } from '../sdk.ts'
import type { CostedSite, Finding } from '../types.ts'
import { type AnalysisTools, analyseCode, type CodeAnalysis } from './code.ts'

type Written = Pick<CodeAnalysis, 'sites' | 'findings' | 'problems'>

/** @param lowerOf undefined where its parser is not loaded */
export function analyseWritten(
  { written = [] }: Document,
  tools: AnalysisTools,
  lowerOf: (language: string) => Lower | undefined,
): readonly Written[] {
  const elsewhere = usedTypes(tools.registry.sdks)
  return written.flatMap(({ name, document }) => {
    const language = tools.registry.languages.find(({ id }) => id === document.language)
    const lower = language && lowerOf(language.id)
    if (!language || !lower) return []
    if (language.data && !mayHoldDocument(document.text, tools.registry.sdks)) return []
    const context = contextOf(lower(document.text, name))
    const { sites, findings, problems } = analyseCode(document, context, language, tools, () => [])
    const told = sites.filter(({ site }) => !(site.kind === 'resource' && elsewhere.has(site.type)))
    const keys = new Set(told.map(({ site }) => site.key))
    const isTold = ({ site }: Finding) => site === undefined || keys.has(site)
    return [
      {
        sites: told.map((costed) => renamed(costed, name)),
        findings: findings.filter(isTold).map((finding) => ({
          ...finding,
          site: finding.site === undefined ? undefined : keyIn(name, finding.site),
        })),
        problems,
      },
    ]
  })
}

/** Keys are of one file: what another cell writes may hold the same. */
const keyIn = (name: string, key: string) => `${name}:${key}`

function renamed({ site, estimate }: CostedSite, name: string): CostedSite {
  const key = keyIn(name, site.key)
  return site.kind === 'resource'
    ? { site: { ...site, key, address: key }, estimate }
    : { site: { ...site, key }, estimate }
}

const typesOf = new WeakMap<readonly Sdk[], ReadonlySet<string>>()

/** What uses the machine it runs on: for a script that is written to be run elsewhere, whoever runs it says what that is. */
function usedTypes(sdks: readonly Sdk[]): ReadonlySet<string> {
  const there = typesOf.get(sdks)
  if (there) return there
  const made = new Set(sdks.flatMap(({ rents = [] }) => rents.flatMap(({ uses, type }) => (uses ? [type] : []))))
  typesOf.set(sdks, made)
  return made
}
