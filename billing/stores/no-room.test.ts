import { expect, test } from 'vitest'
import { noRoom } from './no-room.ts'

test.each([
  ['disk', 'Error: ENOSPC: no space left on device, write'],
  ['disk', 'Out of Memory Error: failed to offload data block of size 256.0 KiB (2.5 MiB/2.6 MiB used)'],
  ['disk', 'IO Error: Could not write file "/s/a.parquet": No space left on device'],
  ['memory', 'Out of Memory Error: failed to pin block of size 256.0 KiB (114.3 MiB/114.4 MiB used)'],
  [undefined, 'Invalid Input Error: CSV Error on Line: 3'],
])('%s: %s', (room, text) => expect(noRoom(new Error(text))).toBe(room))
