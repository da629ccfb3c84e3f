import { expect, test } from 'vitest'
import { hasLocalDisk } from './machine-kinds.ts'

test('Azure: up to version 3 a size has a temporary disk, later ones where their name says so', () => {
  for (const size of [
    'Standard_D2_v2',
    'Standard_DS3_v2',
    'Standard_D4s_v3',
    'Standard_B2s',
    'Standard_D4ds_v5',
    'Standard_DC2ds_v3',
  ])
    expect(hasLocalDisk('azure', size), size).toBe(true)
  for (const size of [
    'Standard_D2_v5',
    'Standard_D4s_v4',
    'Standard_E4as_v6',
    'Standard_B2s_v2',
    'Standard_M32ms_v2',
    'Standard_DC2s_v3',
  ])
    expect(hasLocalDisk('azure', size), size).toBe(false)
})
