export function gzipped(bytes: Uint8Array): Uint8Array
export function writeWebSnapshot(from: string, to: string): number
