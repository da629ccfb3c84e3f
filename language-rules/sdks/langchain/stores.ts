// https://docs.langchain.com/oss/python/integrations/vectorstores, https://docs.langchain.com/oss/javascript/integrations/vectorstores
import type { ClientShape } from '../../../core/sdk.ts'
import { inPython, inTypeScript } from './names.ts'

const packages = [
  ...['langchain_chroma', 'langchain_pinecone', 'langchain_qdrant', 'langchain_milvus', 'langchain_weaviate'],
  ...['langchain_postgres', 'langchain_mongodb', 'langchain_elasticsearch', 'langchain_redis', 'langchain_astradb'],
  ...['langchain_google_vertexai', 'langchain_aws', 'langchain_neo4j', 'langchain_oracledb'],
]

const python = [
  ...['AnalyticDB', 'Annoy', 'AstraDB', 'AstraDBVectorStore', 'AtlasDB', 'AzureCosmosDBVectorSearch', 'AzureSearch'],
  ...[
    'AzureCosmosDBNoSqlVectorSearch',
    'BigQueryVectorSearch',
    'Cassandra',
    'Chroma',
    'Clickhouse',
    'CouchbaseVectorStore',
  ],
  ...['DashVector', 'DatabricksVectorSearch', 'DeepLake', 'DocArrayHnswSearch', 'DocArrayInMemorySearch', 'DuckDB'],
  ...['ElasticVectorSearch', 'ElasticsearchStore', 'FAISS', 'HanaDB', 'InMemoryVectorStore', 'LanceDB', 'Lantern'],
  ...[
    'MatchingEngine',
    'Milvus',
    'MongoDBAtlasVectorSearch',
    'MyScale',
    'Neo4jVector',
    'OpenSearchVectorSearch',
    'OracleVS',
  ],
  ...[
    'PGVector',
    'PGVectorStore',
    'Pinecone',
    'PineconeVectorStore',
    'Qdrant',
    'QdrantVectorStore',
    'Redis',
    'RedisVectorStore',
  ],
  ...[
    'SKLearnVectorStore',
    'SQLiteVec',
    'SQLiteVSS',
    'ScaNN',
    'SingleStoreDB',
    'SupabaseVectorStore',
    'SurrealDBStore',
  ],
  ...['TiDBVectorStore', 'Tigris', 'TimescaleVector', 'Typesense', 'UpstashVectorStore', 'USearch', 'Weaviate'],
  ...[
    'WeaviateVectorStore',
    'VectorSearchVectorStore',
    'DynamoDBVectorStore',
    'AmazonS3Vectors',
    'ValkeyVectorStore',
    'Zilliz',
  ],
  'VectorStore',
]

const typescript = [
  ...[
    'MemoryVectorStore',
    'FaissStore',
    'Chroma',
    'PineconeStore',
    'QdrantVectorStore',
    'WeaviateStore',
    'PGVectorStore',
  ],
  ...['RedisVectorStore', 'MongoDBAtlasVectorSearch', 'AzureCosmosDBVectorStore', 'AzureAISearchVectorStore', 'Milvus'],
  'AzureCosmosDBNoSQLVectorStore',
  ...['SupabaseVectorStore', 'HNSWLib', 'LanceDB', 'ElasticVectorSearch', 'OpenSearchVectorStore', 'PrismaVectorStore'],
  ...['TypeORMVectorStore', 'UpstashVectorStore', 'CloudflareVectorizeStore', 'Neo4jVectorStore', 'AstraDBVectorStore'],
  ...[
    'CassandraStore',
    'ClickHouseStore',
    'CloseVectorNode',
    'ConvexVectorStore',
    'FluentRedisVectorStore',
    'LibSQLVectorStore',
  ],
  ...['VercelPostgres', 'VoyVectorStore', 'USearch', 'Typesense', 'SingleStoreVectorStore', 'TurbopufferVectorStore'],
  'VectorStore',
]

const made = (names: readonly string[], ways: readonly string[]): readonly string[] =>
  names.flatMap((name) => [name, ...ways.map((way) => `${name}.${way}`)])

const madeInPython = [
  ...[
    'from_documents',
    'from_texts',
    'afrom_documents',
    'afrom_texts',
    'from_existing_index',
    'from_existing_collection',
  ],
  ...['from_existing_graph', 'from_embeddings', 'load_local', 'from_client_params', 'from_connection_string'],
]
const madeInTypeScript = [
  'fromDocuments',
  'fromTexts',
  'fromExistingIndex',
  'fromExistingCollection',
  'initialize',
  'load',
]

// Retrievers that embed the texts they are made of.
const neighbours = ['SVMRetriever', 'KNNRetriever']

export const stores: readonly ClientShape[] = [
  { python: inPython(made(neighbours, ['from_texts', 'from_documents'])), kind: 'stored', of: '*' },
  { python: inPython(neighbours), kind: 'store', module: true },
  {
    python: inPython(made(python, madeInPython), packages),
    typescript: inTypeScript(made(typescript, madeInTypeScript)),
    kind: 'store',
    of: '*',
  },
  // Makes a store of what loaders read, or of documents: https://reference.langchain.com/python/langchain-classic/indexes/vectorstore
  { python: inPython(['VectorstoreIndexCreator']), kind: 'index-creator', of: 'embedding' },
  // `FAISS.from_documents(…)` embeds at once.
  { python: inPython(python, packages), typescript: inTypeScript(typescript), kind: 'store', module: true },
  {
    python: inPython(
      [
        ...['ParentDocumentRetriever', 'MultiVectorRetriever', 'TimeWeightedVectorStoreRetriever'],
        ...made(['MongoDBAtlasParentDocumentRetriever'], ['from_connection_string']),
        'MongoDBAtlasHybridSearchRetriever',
      ],
      ['langchain_mongodb'],
    ),
    typescript: inTypeScript([
      ...['ParentDocumentRetriever', 'MultiVectorRetriever', 'TimeWeightedVectorStoreRetriever', 'MatryoshkaRetriever'],
      'ScoreThresholdRetriever.fromVectorStore',
    ]),
    kind: 'stored',
    of: '*',
  },
]
