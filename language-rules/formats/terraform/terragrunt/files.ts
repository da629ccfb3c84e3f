// https://terragrunt.gruntwork.io/docs/features/units/
import type { Document } from '../../../../core/document.ts'

const nameOf = (file: string) => file.slice(file.lastIndexOf('/') + 1).toLowerCase()

/** The file that makes its folder a unit, unless others include it. */
export const unitName = 'terragrunt.hcl'

const isUnitFile = ({ file }: Document) => nameOf(file) === unitName

const isStack = ({ file }: Document) => nameOf(file) === 'terragrunt.stack.hcl'

/** Read by Terragrunt: to Terraform it is not there. */
export const isTerragrunt = ({ file }: Document) => /\.hcl(\.json)?$/i.test(file)

export const unitFileOf = (documents: readonly Document[]): Document | undefined => documents.find(isUnitFile)

/** A unit that is written in JSON, which is not read. */
export const jsonUnitOf = (documents: readonly Document[]): Document | undefined =>
  documents.find(({ file }) => nameOf(file) === `${unitName}.json`)

export const stackOf = (documents: readonly Document[]): Document | undefined => documents.find(isStack)
