import { type ValidationAnswer, validateFocus } from '../validate/validate.ts'
import { withDuckdb } from './duckdb-parquet.ts'

/** Checks a file for a store that is no DuckDB itself. */
export const validateFile = (path: string): Promise<ValidationAnswer> => withDuckdb((db) => validateFocus(db, path))
