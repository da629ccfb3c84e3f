// https://developer.hashicorp.com/terraform/language/files
import type { Format } from '../../core/format.ts'

export const format: Format = {
  id: 'terraform',
  extensions: [
    '.tf',
    '.tofu',
    '.tfvars',
    '.tf.json',
    '.tofu.json',
    '.tfvars.json',
    '.terragrunt.hcl',
    '.terragrunt.hcl.json',
    '.terragrunt.stack.hcl',
  ],
  editorIds: ['terraform', 'terraform-vars', 'opentofu', 'opentofu-vars'],
  comment: { line: '#' },
  load: async () => (await import('./terraform/engine.ts')).engine,
}
