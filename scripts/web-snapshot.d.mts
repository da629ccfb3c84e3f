export function writeWebSnapshot(from: string, to: string): number
