import type { Document } from '../document.ts'
import type { EstimateTools } from '../estimate/costing.ts'
import type { Module } from '../module.ts'
import type { ResourceDefinition } from '../resource.ts'

/** What a simulation of one site is worked out with. */
export interface Bench {
  readonly tools: EstimateTools
  /** The file the site is in. */
  readonly document: Document
  /** Another file of the project that is read already. */
  other(file: string): Document | undefined
  /** Of code: the module the site was read from, and how its language writes a named argument. */
  readonly code?: { readonly module: Module; readonly named: 'keyword' | 'record' }
  /** Of a resource. */
  readonly definition?: ResourceDefinition
}
