import { WarehouseError } from '../warehouse.ts'

/** The parts of a table's name as the user writes it; nothing else can stand in a query. Throws a WarehouseError. */
export function tableParts(engine: string, name: string, example: string): readonly string[] {
  const parts = name.split('.')
  if (parts.length <= 3 && parts.every((part) => /^[A-Za-z0-9_][A-Za-z0-9_$-]*$/.test(part))) return parts
  throw new WarehouseError(`"${name}" is no name of a table in ${engine}: it is written ${example}.`)
}
