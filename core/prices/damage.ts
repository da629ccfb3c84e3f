// A file of the bundled snapshot that is missing or is not what was built: the installation is broken, no price of it may be used.
// Tables are read where the first price is asked for, deep in a scan, so this is thrown; every face shows the sentence alone.

export interface SnapshotDamage extends Error {
  readonly snapshotFile: string
}

/**
 * @param file as the user finds it: a path or an address
 * @param what what is wrong with it: `is missing`
 */
export function snapshotDamage(file: string, what: string): SnapshotDamage {
  const sentence = `The price list ${file} ${what}, so nothing can be priced. Install Outlay again.`
  return Object.assign(new Error(sentence), { snapshotFile: file })
}

export const isSnapshotDamage = (error: unknown): error is SnapshotDamage =>
  error instanceof Error && 'snapshotFile' in error

/** What is said of a file whose bytes are not those that the manifest was made of. */
export const notWhatWasBuilt = 'is damaged: it is not the file that its manifest describes'
