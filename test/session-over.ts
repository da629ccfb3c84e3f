import { noPrices } from '../core/prices/none.fixture.ts'
import { createSession, type Session } from '../core/session.ts'
import { noSettings } from '../core/settings.ts'
import { estimator } from '../core/tokens/estimator.ts'
import { registry } from '../language-rules/registry.gen.ts'

/** A session over files as if they were on disk, without prices. None of them is open. @param onRead told of each file that is read */
export function sessionOver(
  disk: Readonly<Record<string, string>>,
  onRead: (file: string) => void = () => undefined,
): Session {
  return createSession({
    registry,
    prices: noPrices,
    tokens: () => estimator,
    settings: () => noSettings,
    others: {
      find: (candidates) => candidates.find((each) => Object.hasOwn(disk, each)),
      under: (folder) =>
        Object.keys(disk).flatMap((file) => (file.startsWith(`${folder}/`) ? [file.slice(folder.length + 1)] : [])),
      text(file) {
        onRead(file)
        return disk[file]
      },
    },
  })
}
