// The calls of files that another goes through for what its functions cost.

import type { Context } from '../resolve/context.ts'
import { accounted, ledTo, wentThrough } from '../resolve/reach.ts'
import type { CostedSite } from '../types.ts'
import type { SitesOf } from './functions.ts'

export interface CallsElsewhere {
  readonly sitesOf: SitesOf
  /** What the calls of a file led to when it was worked out by itself, in expressions. */
  led(file: string, to: number): void
  forget(): void
}

interface CallsHost {
  /** As they were found when the file was worked out by itself, where they still hold. */
  known(file: string): readonly CostedSite[] | undefined
  find(context: Context): readonly CostedSite[]
}

/** Whoever goes through a file is charged the same for it, whether it was worked out before or is now. */
export function createCallsElsewhere({ known, find }: CallsHost): CallsElsewhere {
  let found = new WeakMap<Context, readonly CostedSite[]>()
  const through = new Map<string, number>()

  function look(context: Context, file: string): readonly CostedSite[] {
    return accounted(() => {
      const calls = find(context)
      found.set(context, calls)
      through.set(file, ledTo())
      return calls
    })
  }

  return {
    sitesOf(context) {
      const file = context.link?.document.file
      if (file === undefined) return []
      const calls = known(file) ?? found.get(context) ?? look(context, file)
      wentThrough(through.get(file) ?? 0)
      return calls
    },
    led: (file, to) => void through.set(file, to),
    forget() {
      found = new WeakMap()
    },
  }
}
