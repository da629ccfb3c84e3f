import type { Base, Ref, Refs } from '../../protocol.ts'
import { isUri } from '../files.ts'

/** A state of a repository that things are compared with. */
export interface Resolved {
  readonly commit: string
  /** As people call it: `HEAD`, `main`, `v1.2`. */
  readonly name: string
}

export interface Git {
  /** The working tree's top folder, spelt as the folder itself; undefined where there is no repository, or no git. */
  rootOf(folder: string): Promise<string | undefined>
  /** Undefined where the repository has no such thing. */
  resolve(root: string, base: Base): Promise<Resolved | undefined>
  /** Every file of a commit by its path in the repository. Links and submodules are left out. Throws where git fails. */
  files(root: string, commit: string): Promise<ReadonlyMap<string, Blob>>
  /** Texts by blob; those that are not there are left out. Throws where git fails. */
  texts(root: string, ids: readonly string[]): Promise<ReadonlyMap<string, string>>
  /** Paths that differ from a commit in the working tree, new ones too, and new path → old path of what was renamed. */
  changes(
    root: string,
    commit: string,
  ): Promise<{ readonly paths: readonly string[]; readonly renames: ReadonlyMap<string, string> }>
  /** Files of the working tree that have one of these words. */
  grep(root: string, words: readonly string[]): Promise<readonly string[]>
  /** Branches and tags, the latest first. */
  refs(root: string): Promise<readonly Ref[]>
  /** The branch that others are made from. */
  mainBranch(root: string): Promise<string | undefined>
}

export interface Blob {
  readonly id: string
  readonly size: number
}

/** Larger files are not read. Bytes. */
const largest = 2_000_000

export const isReadable = ({ size }: Blob): boolean => size <= largest

/** What can be chosen to compare with. */
export async function refsIn(git: Git | undefined, folder: string): Promise<Refs | undefined> {
  const root = isUri(folder) ? undefined : await git?.rootOf(folder)
  return !git || root === undefined ? undefined : { all: await git.refs(root), main: await git.mainBranch(root) }
}
