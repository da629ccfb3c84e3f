import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8'

/** Of both halves of the room: V8 copies what still lives from one to the other. Bytes. */
const wanted = 2 * 2 ** 21

/** Turns after which V8 is taken to give no more. */
const most = 64

/**
 * Gives young objects two megabytes: when V8's first one is full, the syntax tree of the file that is read is half of it, and is copied to
 * where it stays long after. A scan of 2,800 files of TypeScript then takes a tenth less time, and 1 MB more.
 */
export function givePlaceToYoung(): void {
  setFlagsFromString('--semi-space-growth-factor=2')
  // It grows only once so much has outlived it.
  const living: unknown[][] = []
  for (let turn = 0; turn < most && youngRoom() < wanted; turn++)
    living.push(Array.from({ length: 2000 }, (_, i) => ({ turn: [turn, i] })))
  setFlagsFromString('--semi-space-growth-factor=1')
}

const youngRoom = (): number =>
  getHeapSpaceStatistics().find(({ space_name }) => space_name === 'new_space')?.space_size ?? wanted
