// What only some files need is a script of its own, read when it is first needed: the TypeScript parser and what reads Parquet.

/** Bytes of a file of the extension's own, named from its `dist/`; undefined where it is not there. */
export type OwnFile = (name: string) => Promise<Uint8Array | undefined>

interface Scope {
  importScripts(...addresses: string[]): void
  part?: { exports: unknown }
}

/** Runs a CommonJS script of `dist/parts/`. Throws where it is not there. */
export async function loadPart<T>(own: OwnFile, name: string): Promise<T> {
  const bytes = await own(`parts/${name}.js`)
  if (bytes === undefined) throw new Error(`parts/${name}.js is missing. Install Outlay again.`)
  const scope = globalThis as unknown as Scope
  const module: NonNullable<Scope['part']> = { exports: {} }
  scope.part = module
  const script = ['((module, exports) => {', bytes as Uint8Array<ArrayBuffer>, '\n})(part, part.exports)']
  const address = URL.createObjectURL(new Blob(script, { type: 'text/javascript' }))
  try {
    scope.importScripts(address)
  } finally {
    URL.revokeObjectURL(address)
    delete scope.part
  }
  return module.exports as T
}
