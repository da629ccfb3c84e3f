// A weekly season taken off by LOESS, and exponential smoothing of what is left: augurs, in WebAssembly, loaded with the first forecast.
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { initSync, MSTL } from '@bsull/augurs/mstl'
import type { Method } from './method.ts'

let loaded: Promise<void> | undefined

async function load(): Promise<void> {
  const beside = new URL('./mstl_bg.wasm', import.meta.url) // of the bundle
  const bytes = await readFile(beside).catch(() =>
    readFile(
      createRequire(import.meta.url)
        .resolve('@bsull/augurs/mstl')
        .replace(/\.js$/, '_bg.wasm'),
    ),
  )
  initSync({ module: bytes })
}

export async function loadMstl(): Promise<Method> {
  loaded ??= load()
  await loaded
  return {
    id: 'mstl-ets',
    predict(history, horizon) {
      const model = MSTL.ets([7], { impute: true })
      try {
        model.fit(Float64Array.from(history))
        return model.predict(horizon).point
      } finally {
        model.free()
      }
    },
  }
}
