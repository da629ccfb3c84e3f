/** What a disk holds: not billed, but where it is told it can be compared with the size that is. */
export const diskUsed = { usedGiB: 'GiB in use on the disk, of a machine on its boot disk; what is free is billed too' }
