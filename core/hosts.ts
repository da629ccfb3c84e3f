// Whose machines and services the resources of a project are.

export type Cloud = 'aws' | 'gcp' | 'azure'
/** Who sells a service outside the three clouds: vector databases, and model providers' tools. */
export type Seller = 'openai' | 'turbopuffer' | VectorHost | GpuCloud
/** Keeps vectors. */
export type VectorHost = 'pinecone' | 'weaviate' | 'qdrant'
/** Sells machines by the accelerator, without fixed types. */
export type GpuCloud =
  | 'modal'
  | 'runpod'
  | 'beam'
  | 'baseten'
  | 'replicate'
  | 'huggingface'
  | 'together'
  | 'fireworks'
  | 'digitalocean'
/** Whose machine it is; `unknown` where a program leaves it open which cloud it runs on. */
export type Host = Cloud | GpuCloud | VectorHost | 'unknown'
