// https://terragrunt.gruntwork.io/docs/reference/hcl/functions/

import { fileDocument, locate } from '../../../../core/document.ts'
import { assumed, known, unknown, valueOf } from '../../../../core/known.ts'
import { folderOf, joinPath } from '../../../../core/path.ts'
import type { Known, Location } from '../../../../core/types.ts'
import { entries } from '../declarations.ts'
import { evaluate, type Scope } from '../evaluate.ts'
import { openIn, toJson } from '../functions/function.ts'
import type { Expression } from '../hcl/ast.ts'
import { readConfiguration } from '../hcl/read.ts'
import { failed, object, reachedVia, toText, type Value } from '../value.ts'
import { type Config, configIn, configValue } from './config.ts'
import { includesOf } from './includes.ts'
import { absolute, foldersAbove, pathBetween, placed } from './paths.ts'

type Call = Extract<Expression, { is: 'call' }>

interface Asked {
  readonly config: Config
  readonly at: Location
  /** A text that is given; undefined where there is none, or it is not known. */
  text(i: number): string | undefined
  value(i: number): Known<Value> | undefined
}

/** Undefined where the function is one of Terraform's. */
export function callTerragrunt(call: Call, scope: Scope, config: Config): Known<Value> | undefined {
  const apply = Object.hasOwn(functions, call.name) ? functions[call.name] : undefined
  if (apply === undefined) return undefined
  const value = (i: number) => call.args[i] && evaluate(call.args[i], scope)
  const text = (i: number) => {
    const given = value(i)
    const single = given && valueOf(given)
    return single === undefined ? undefined : toText(single)
  }
  return apply({ config, at: locate(scope.document, call.span), text, value })
}

type TerragruntFunction = (asked: Asked) => Known<Value>

/** What only the machine, the account or the command knows. */
const atRunTime: TerragruntFunction = ({ at }) => unknown('dynamic', at)

const pathFunction =
  (path: (asked: Asked) => string | undefined): TerragruntFunction =>
  (asked) => {
    const found = path(asked)
    return found === undefined ? unknown('dynamic', asked.at) : known<Value>(found, asked.at)
  }

/** Of what is included: in the included file itself its own folder, else that of the include that is named, or of the only one. */
function parentFolder({ config, text }: Asked): string | undefined {
  if (config.child) return folderOf(config.document.file)
  const all = includesOf(config)
  const label = text(0)
  const found = label === undefined ? all[0] : all.find((each) => each.label === label)
  if (found === undefined) return config.from
  return found.config && folderOf(found.config.document.file)
}

function repoRoot({ config }: Asked): string | undefined {
  const files = config.unit.world.options.files
  const isRoot = (folder: string) =>
    files?.text(joinPath(folder, '.git/HEAD')) !== undefined || files?.text(joinPath(folder, '.git')) !== undefined
  const { from } = config
  return [from, ...foldersAbove(from)].find(isRoot) ?? (absolute(from) === from ? undefined : '')
}

const functions: Readonly<Record<string, TerragruntFunction>> = {
  find_in_parent_folders(asked) {
    const { config, at, text, value } = asked
    const given = value(0)
    if (given?.is === 'unknown') return given
    const name = text(0) ?? 'terragrunt.hcl'
    const { files } = config.unit.world.options
    const found = foldersAbove(config.from)
      .map((folder) => placed(name, folder))
      .find((file) => files?.text(file) !== undefined)
    return found === undefined ? (value(1) ?? failed('missing-file', at)) : known<Value>(absolute(found), at)
  },
  path_relative_to_include: pathFunction((asked) => {
    const parent = parentFolder(asked)
    return parent === undefined ? undefined : pathBetween(parent, asked.config.from)
  }),
  path_relative_from_include: pathFunction((asked) => {
    const parent = parentFolder(asked)
    return parent === undefined ? undefined : pathBetween(asked.config.from, parent)
  }),
  get_terragrunt_dir: pathFunction(({ config }) => absolute(config.from)),
  get_original_terragrunt_dir: pathFunction(({ config }) => absolute(config.unit.folder)),
  get_parent_terragrunt_dir: pathFunction((asked) => {
    const parent = parentFolder(asked)
    return parent === undefined ? undefined : absolute(parent)
  }),
  // Where no repository is seen, what is read together is taken for one.
  get_repo_root(asked) {
    const root = repoRoot(asked)
    return root === undefined ? unknown('dynamic', asked.at) : assumed<Value>(absolute(root), asked.at)
  },
  get_path_to_repo_root: pathFunction((asked) => {
    const root = repoRoot(asked)
    return root === undefined ? undefined : pathBetween(asked.config.from, root)
  }),
  get_path_from_repo_root: pathFunction((asked) => {
    const root = repoRoot(asked)
    return root === undefined ? undefined : pathBetween(root, asked.config.from)
  }),
  get_env: ({ value, at }) => {
    const fallback = value(1)
    return fallback === undefined ? unknown('dynamic', at) : reachedVia(fallback, 'environment')
  },
  read_terragrunt_config({ config, at, text, value }) {
    const given = value(0)
    const path = text(0)
    if (path === undefined) return given?.is === 'unknown' ? given : failed('unsupported', at)
    const file = placed(path, folderOf(config.document.file))
    const read = configIn(config.unit, file, at, { from: folderOf(file) })
    return read ? known<Value>(configValue(read), at) : (value(1) ?? failed('missing-file', at))
  },
  read_tfvars_file({ config, at, text }) {
    const path = text(0)
    if (path === undefined) return unknown('dynamic', at)
    const file = placed(path, folderOf(config.document.file))
    const there = config.unit.world.options.files?.text(file)
    if (there === undefined) return failed('missing-file', at)
    const document = { ...fileDocument(file, 'terraform', there), place: at }
    const scope: Scope = { module: config.module, document, names: new Map() }
    const all = object(
      entries({ document, node: readConfiguration(document) }).map(
        ({ name, node }) => [name, evaluate(node, scope)] as const,
      ),
    )
    return openIn(all, at) ?? known<Value>(toJson(all), at, 'other-file')
  },
  mark_as_read: ({ value, at }) => value(0) ?? failed('unsupported', at),
  get_terragrunt_source_cli_flag: ({ at }) => known<Value>('', at),
  get_aws_account_id: atRunTime,
  get_aws_account_alias: atRunTime,
  get_aws_caller_identity_arn: atRunTime,
  get_aws_caller_identity_user_id: atRunTime,
  get_platform: atRunTime,
  get_working_dir: atRunTime,
  get_terraform_command: atRunTime,
  get_terraform_cli_args: atRunTime,
  get_default_retryable_errors: atRunTime,
  get_terraform_commands_that_need_vars: atRunTime,
  get_terraform_commands_that_need_input: atRunTime,
  get_terraform_commands_that_need_locking: atRunTime,
  get_terraform_commands_that_need_parallelism: atRunTime,
  run_cmd: atRunTime,
  sops_decrypt_file: atRunTime,
}
