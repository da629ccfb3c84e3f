import type { Registry } from '../core/registry.ts'

export const registry: Registry = { languages: [], containers: [], formats: [], sdks: [], resources: [], rules: [] }
