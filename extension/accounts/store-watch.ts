import { type FSWatcher, watch } from 'node:fs'
import type { KeptPlace } from '../../billing/store-place.ts'
import { createSpaced } from '../spaced.ts'

/** Hears of what another window, or the command line, reads into the store or erases from it. */
export interface StoreWatch {
  /** While somebody looks. A folder that is not there yet, and a warehouse, are not watched. */
  on(place: KeptPlace | undefined): void
  off(): void
}

/** Each change of the store puts a new manifest in the place of the old one: several together are told once. ms */
const soon = 100

export function createStoreWatch(changed: () => void): StoreWatch {
  const telling = createSpaced(changed, { soon, apart: () => 0 })
  let watcher: FSWatcher | undefined
  let watched: string | undefined

  function off(): void {
    telling.cancel()
    watcher?.close()
    watcher = undefined
    watched = undefined
  }

  function start(folder: string): void {
    try {
      watcher = watch(folder, { persistent: false }, (_, name) => name === 'manifest.json' && telling.ask())
      watcher.on('error', off)
      watched = folder
    } catch (error) {
      // It is there with the first thing that is read; some file systems cannot be watched: then each opening looks.
      if (!(error instanceof Error && 'code' in error)) throw error
    }
  }

  return {
    on(place) {
      const folder = place?.is === 'folder' ? place.folder : undefined
      if (folder === watched) return
      off()
      if (folder !== undefined) start(folder)
    },
    off,
  }
}
