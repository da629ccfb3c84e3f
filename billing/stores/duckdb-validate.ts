import { type ValidationAnswer, validateFocus } from '../validate/validate.ts'
import { openEngine } from './duckdb-engine.ts'

/** Checks a file for a store that is no DuckDB itself. */
export async function validateFile(path: string): Promise<ValidationAnswer> {
  const engine = await openEngine()
  try {
    return await engine.write(undefined, (db) => validateFocus(db, path))
  } finally {
    await engine.close()
  }
}
