// Whose machines and services the resources of a project are.

export type Cloud = 'aws' | 'gcp' | 'azure'
/** Who sells a service outside the three clouds: vector databases, and model providers' tools. */
export type Seller = 'openai' | 'pinecone' | 'weaviate' | 'turbopuffer' | GpuCloud
/** Sells machines by the accelerator, without fixed types. */
export type GpuCloud = 'modal' | 'runpod' | 'beam' | 'baseten' | 'replicate'
/** Whose machine it is; `unknown` where a program leaves it open which cloud it runs on. */
export type Host = Cloud | GpuCloud | 'unknown'
