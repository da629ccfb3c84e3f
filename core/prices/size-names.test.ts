import { describe, expect, it } from 'vitest'
import { writeSizeNames } from '../../scripts/size-names.ts'
import { readSizeNames } from './size-names.ts'

describe('names of machines', () => {
  const names = ['m5.large', 'm5.2xlarge', 'db.r5.large', 'm5.large.search', 'Standard_D2s_v5', 'Standard_D4s_v5']
  const more = ['n2-standard-4', 'n2-standard-8', 'a2-highgpu-1g', 'cache', 'ra3.4xlarge']

  it('are written by family, and sizes side by side', () => {
    expect(writeSizeNames([...names, ...more]).split('\n')).toEqual([
      'm5.?\tlarge\t2xlarge',
      'db.r5.?\tlarge',
      'm5.?.search\tlarge',
      'Standard_D?s_v5\t2\t4',
      'n2-standard-?\t4\t8',
      'a2-highgpu-?g\t1',
      'cache',
      'ra3.?\t4xlarge',
    ])
  })

  it('are read as they were', () => {
    expect(readSizeNames(writeSizeNames([...names, ...more]))).toEqual([...names, ...more])
    expect(readSizeNames(writeSizeNames([]))).toEqual([])
  })

  it('are not written with what stands for a size', () => {
    expect(() => writeSizeNames(['m5.?'])).toThrow('must not hold')
  })
})
