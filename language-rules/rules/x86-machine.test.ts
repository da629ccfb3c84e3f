import { beforeAll, expect, it } from 'vitest'
import { loadPriceBook } from '../../cli/price-book.ts'
import { applyEdits } from '../../core/fixes/text.ts'
import type { PriceBook } from '../../core/prices/book.ts'
import { createSession } from '../../core/session.ts'
import { noSettings } from '../../core/settings.ts'
import { estimator } from '../../core/tokens/estimator.ts'
import type { Edit } from '../../core/types.ts'
import { registry } from '../registry.gen.ts'

let prices: PriceBook
beforeAll(() => {
  prices = loadPriceBook()
})

const machine = (ami: string, type: string) => `provider "aws" {
  region = "us-east-1"
}

resource "aws_instance" "api" {
  ami           = ${ami}
  instance_type = "${type}"
}
`

const image = (name: string, processor: string) => `data "aws_ami" "linux" {
  most_recent = true
  owners      = ["amazon"]

  filter {
    name   = "name"
    values = ["${name}"]
  }

  filter {
    name   = "architecture"
    values = [${processor}]
  }
}
`

/** A root of several files, and the first fix of what is said of its machine in `main.tf`. */
function root(files: Readonly<Record<string, string>>) {
  const rules = registry.rules.map(
    ({ id, severity }) => [id, { severity: id === 'x86-machine' ? severity : ('off' as const), options: {} }] as const,
  )
  const settings = { ...noSettings, rules: new Map(rules) }
  const session = createSession({ registry, prices, tokens: () => estimator, settings: () => settings })
  const texts = new Map(Object.entries(files))
  for (const [file, text] of texts) session.open(file, text)
  return {
    write(file: string, text: string) {
      texts.set(file, text)
      session.open(file, text)
    },
    async fix() {
      await session.settled('main.tf')
      return session.analyse('main.tf').findings[0]?.fixes[0]
    },
    /** Each file as the edits leave it. */
    after: (edits: readonly Edit[]) =>
      Object.fromEntries(
        [...texts].map(([file, text]) => [
          file,
          applyEdits(
            text,
            edits.filter((edit) => edit.file === file),
          ),
        ]),
      ),
  }
}

it('the machine and its image stand in two files, and one fix changes both', async () => {
  const it = root({
    'main.tf': machine('data.aws_ami.linux.id', 'm5.xlarge'),
    'images.tf': image('al2023-ami-2023.*-x86_64', '"x86_64"'),
  })
  const fix = await it.fix()
  expect(fix).toMatchObject({ title: 'Change the type to m6g.xlarge and the image to arm64', safety: 'suggestion' })
  const fixed = it.after(fix!.edits)
  expect(fixed).toEqual({
    'main.tf': machine('data.aws_ami.linux.id', 'm6g.xlarge'),
    'images.tf': image('al2023-ami-2023.*-arm64', '"arm64"'),
  })
  const again = root(fixed)
  expect(await again.fix()).toBeUndefined()
})

it('what is written above the image moves its edit, and nothing else', async () => {
  const it = root({
    'main.tf': machine('data.aws_ami.linux.id', 'm5.xlarge'),
    'images.tf': image('ubuntu/images/hvm-ssd/ubuntu-jammy-22.04-amd64-server-*', '"x86_64"'),
  })
  await it.fix()
  it.write(
    'images.tf',
    `# of Canonical\n${image('ubuntu/images/hvm-ssd/ubuntu-jammy-22.04-amd64-server-*', '"x86_64"')}`,
  )
  expect(it.after((await it.fix())!.edits)).toEqual({
    'main.tf': machine('data.aws_ami.linux.id', 'm6g.xlarge'),
    'images.tf': `# of Canonical\n${image('ubuntu/images/hvm-ssd/ubuntu-jammy-22.04-arm64-server-*', '"arm64"')}`,
  })
})

it.each([
  ['an image of one’s own, which nobody knows to be there for Arm', image('berths-x86_64-*', '"x86_64"')],
  [
    'a processor that a variable says',
    `variable "processor" {\n  default = "x86_64"\n}\n\n${image('al2023-ami-2023.*-x86_64', 'var.processor')}`,
  ],
])('%s is left as it is: the fix keeps to AMD', async (_, images) => {
  const files = { 'main.tf': machine('data.aws_ami.linux.id', 'm5.xlarge'), 'images.tf': images }
  const it = root(files)
  expect(it.after((await it.fix())!.edits)).toEqual({
    ...files,
    'main.tf': machine('data.aws_ami.linux.id', 'm5a.xlarge'),
  })
})
