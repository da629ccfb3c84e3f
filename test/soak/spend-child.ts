// A process that loads what it is sent into a store, to be killed while it does.
import type { SpendRow } from '../../billing/focus.ts'
import type { Replaces } from '../../billing/store.ts'
import { disk } from '../../billing/stores/folder/disk.ts'
import { openFolder } from '../../billing/stores/folder/store.ts'

export interface Errand {
  readonly rows: readonly SpendRow[]
  readonly replaces: Replaces
}

const store = await openFolder({ is: 'folder', folder: process.argv[2]! }, { disk, now: () => new Date() })
process.on('message', ({ rows, replaces }: Errand) => {
  void store.load(rows, replaces).then(({ is }) => process.send?.(is))
})
process.send?.('ready')
