// Which files of an export hold its newest state. Providers write a month again and again: over the old files, or beside them, each
// run in a folder of its own. Where there is a manifest, it names the files of its run.
// https://docs.aws.amazon.com/cur/latest/userguide/dataexports-export-delivery.html (data/BILLING_PERIOD=2026-11/, metadata/…-Manifest.json)
// https://docs.aws.amazon.com/cur/latest/userguide/understanding-report-versions.html (20261101-20261201/<assemblyId>/)
// https://learn.microsoft.com/rest/api/cost-management/exports/create-or-update (partitionData, dataOverwriteBehavior)

/** A file as a folder, a bucket or a container lists it. */
export interface Listed {
  /** Path with slashes, from where the listing starts. */
  readonly key: string
  /** ISO instant. */
  readonly modified: string
}

export type Current<L extends Listed> =
  | { readonly is: 'parts'; readonly parts: readonly L[] }
  | { readonly is: 'incomplete'; readonly message: string }

const dataFile = /\.(?:csv|csv\.gz|parquet)$/i
export const isManifest = ({ key }: Pick<Listed, 'key'>) => /(?:^|[/-])manifest\.json$/i.test(key)
export const isData = ({ key }: Pick<Listed, 'key'>) => dataFile.test(key)

/**
 * The files of the newest run of each month of each export; all of them where nothing tells runs apart.
 * @param manifests texts by key; what is no JSON, or names no file, is passed over
 */
export function currentParts<L extends Listed>(
  listed: readonly L[],
  manifests: ReadonlyMap<string, string>,
): Current<L> {
  const data = listed.filter(isData)
  const runs = new Map<string, { readonly manifest: L; readonly names: readonly string[] }>()
  for (const manifest of listed.filter(isManifest)) {
    const names = [...new Set(dataNames(parse(manifests.get(manifest.key) ?? '')))]
    const month = monthOf(manifest.key)
    const before = runs.get(month)?.manifest.modified ?? ''
    if (names.length > 0 && before < manifest.modified) runs.set(month, { manifest, names })
  }
  const parts = new Set(newestFolders(data.filter(({ key }) => !runs.has(monthOf(key)))))
  for (const { manifest, names } of runs.values()) {
    const found = names.map((name) => data.find(({ key }) => isSame(name, key)))
    const missing = found.filter((part) => part === undefined).length
    if (missing > 0) return incomplete(manifest.key, names.length, missing)
    for (const part of found) if (part) parts.add(part)
  }
  return { is: 'parts', parts: [...parts] }
}

const incomplete = (manifest: string, named: number, missing: number) =>
  ({
    is: 'incomplete',
    message: `${manifest} names ${named} ${named === 1 ? 'file' : 'files'}, of which ${missing} ${missing === 1 ? 'is' : 'are'} not there: nothing was loaded. Fetch the whole export.`,
  }) as const

/** Of several folders inside a month, the one that was written last. */
function newestFolders<L extends Listed>(data: readonly L[]): L[] {
  return [...grouped(data, monthOf)].flatMap(([month, files]) => {
    if (!isMonth.test(month)) return files
    const written = ([folder, parts]: [string, L[]]) => `${newestOf(parts)} ${folder}`
    return [...grouped(files, folderOf)].sort((a, b) => (written(a) < written(b) ? -1 : 1)).at(-1)![1]
  })
}

/** When the last of them was written. */
export const newestOf = (files: readonly Listed[]): string =>
  files
    .map(({ modified }) => modified)
    .sort()
    .at(-1) ?? ''

function grouped<L extends Listed>(files: readonly L[], by: (key: string) => string): Map<string, L[]> {
  const groups = new Map<string, L[]>()
  for (const file of files) groups.set(by(file.key), [...(groups.get(by(file.key)) ?? []), file])
  return groups
}

const period = /^(.*?)(?:(?:data|metadata)\/)?(BILLING_PERIOD=\d{4}-\d{2}|\d{8}-\d{8})(?=\/)/
const isMonth = /(?:BILLING_PERIOD=\d{4}-\d{2}|\d{8}-\d{8})$/
const folderOf = (key: string) => key.slice(0, Math.max(0, key.lastIndexOf('/')))

/** The export and its month, as the folders name them; where they name none, the folder. */
function monthOf(key: string): string {
  const [, before, month] = period.exec(key) ?? []
  return month === undefined ? folderOf(key) : before + month
}

/** Every text in it that names a data file, whatever the provider calls the list: `reportKeys`, `blobs[].blobName`. */
function dataNames(value: unknown): string[] {
  if (typeof value === 'string') return dataFile.test(value) ? [value] : []
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(dataNames) : []
}

/** A manifest names a file from the bucket's root; a listing starts anywhere. */
function isSame(name: string, key: string): boolean {
  const [a, b] = [name, key].map((each) => each.split('/').slice(-2).join('/'))
  return name.endsWith(`/${key}`) || a === b
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}
