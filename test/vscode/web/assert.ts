// As much of node:assert/strict as the looks of the suites need: a worker has no Node.

const text = (value: unknown) => JSON.stringify(value, undefined, 1)

function ok(value: unknown, message = 'not so'): asserts value {
  if (!value) throw new Error(message)
}

function equal(seen: unknown, wanted: unknown): void {
  if (seen !== wanted) throw new Error(`${text(seen)} is not ${text(wanted)}`)
}

function deepEqual(seen: unknown, wanted: unknown): void {
  if (text(seen) !== text(wanted)) throw new Error(`${text(seen)}\nis not\n${text(wanted)}`)
}

function match(seen: string, wanted: RegExp): void {
  if (!wanted.test(seen)) throw new Error(`${seen}\ndoes not match ${wanted}`)
}

// What stands for a module is taken as that module is.
// biome-ignore lint/style/noDefaultExport: node:assert/strict has one
export default Object.assign(ok, { ok, equal, deepEqual, match })
