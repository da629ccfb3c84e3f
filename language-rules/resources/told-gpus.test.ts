import { describe, expect, it } from 'vitest'
import { launchedOn } from './told-gpus.ts'

describe('how many GPUs of a machine a launcher of training takes', () => {
  it.each([
    ['torchrun --nproc_per_node=2 train.py', 2],
    ['torchrun --standalone --nproc-per-node 1 train.py', 1],
    ['python -m torch.distributed.run --nproc_per_node 4 train.py', 4],
    ['torchrun --nnodes=3 --nproc_per_node=2 train.py', 2],
    ['accelerate launch --num_processes 2 --num_machines 1 train.py', 2],
    ['deepspeed --num_gpus=1 train.py', 1],
  ])('%s', (script, gpus) => {
    expect(launchedOn(script)).toBe(gpus)
  })

  it.each([
    ['python train.py'],
    ['torchrun train.py'],
    ['torchrun --nproc_per_node=gpu train.py'],
    ['torchrun --nproc_per_node=$GPUS train.py'],
    ['accelerate launch --num_processes 16 --num_machines 2 train.py'],
    ['torchrun --nproc_per_node=1 a.py & torchrun --nproc_per_node=1 b.py'],
    ['CUDA_VISIBLE_DEVICES=2 torchrun --nproc_per_node=1 train.py'],
  ])('is not told by %s', (script) => {
    expect(launchedOn(script)).toBeUndefined()
  })
})
