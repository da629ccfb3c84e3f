import type { Fetched, SourceIo } from './source.ts'

/** What says the same all through a reading is asked once in it, also where the reading has several windows. */
export function once(io: SourceIo): SourceIo {
  const said = new Map<string, Fetched>()
  return {
    ...io,
    async ask(request) {
      if (!request.once) return io.ask(request)
      const key = JSON.stringify(request)
      const before = said.get(key)
      if (before) return before
      const got = await io.ask(request)
      if (got.is === 'page' || isRefusal.has(got.failure.kind)) said.set(key, got)
      return got
    },
  }
}

/** Asking again would be refused again. */
const isRefusal: ReadonlySet<string> = new Set(['key', 'scope', 'answer'])
