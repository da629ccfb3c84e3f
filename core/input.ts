/** What resources were read from together. */
export interface Input {
  /** Folder of the root. */
  readonly root: string
  /** Variable files that were used, in the order they were read. */
  readonly varFiles: readonly string[]
  readonly workspace: string | undefined
  readonly plan: string | undefined
}
