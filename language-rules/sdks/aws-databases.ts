// https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html,
// https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_CreateCacheCluster.html,
// https://docs.aws.amazon.com/redshift/latest/APIReference/API_CreateCluster.html,
// https://docs.aws.amazon.com/opensearch-service/latest/APIReference/API_CreateDomain.html
import type { Sdk, SdkExample } from '../../core/sdk.ts'
import { clientsOf, fakes, request } from './aws/service.ts'

const rds = { name: 'rds', client: 'RDS' }
const elasticache = { name: 'elasticache', client: 'ElastiCache' }
const redshift = { name: 'redshift', client: 'Redshift' }
const opensearch = { name: 'opensearch', client: 'OpenSearch' }

export const sdk: Sdk = {
  id: 'aws-databases',
  words: [
    ...['create_db_instance', 'CreateDBInstance', 'createDBInstance'],
    ...['create_cache_cluster', 'CreateCacheCluster', 'createCacheCluster'],
    ...['ClusterIdentifier', 'create_domain', 'CreateDomain', 'createDomain'],
  ],
  fakes,
  clients: [rds, elasticache, redshift, opensearch].flatMap(clientsOf),
  calls: [],
  rents: [
    ...request(rds, 'create_db_instance', { handed: ['DBInstanceIdentifier', 'DBInstanceClass', 'Engine'] }),
    {
      path: 'send',
      on: 'rds web',
      made: '@aws-sdk/client-rds#CreateDBInstanceCommand',
      type: 'aws.create_db_instance',
    },
    { path: 'createDBInstance', on: 'rds web', type: 'aws.create_db_instance' },
    ...request(elasticache, 'create_cache_cluster', { handed: ['CacheClusterId', 'CacheNodeType'] }),
    ...request(redshift, 'create_cluster', {
      type: 'aws.redshift.create_cluster',
      handed: ['ClusterIdentifier', 'NodeType', 'MasterUsername'],
    }),
    ...request(opensearch, 'create_domain', {
      type: 'aws.opensearch.create_domain',
      handed: ['DomainName', 'ClusterConfig'],
    }),
  ],
  free: ['describe_db_instances', 'describe_cache_clusters', 'describe_clusters', 'describe_domain'],
}

export const examples: readonly SdkExample[] = [
  {
    lang: 'python',
    code: `
import boto3

def make(name, rds=boto3.client("rds", region_name="us-east-1")):
    rds.create_db_instance(
        DBInstanceIdentifier=name,
        DBInstanceClass="db.m5.large",
        Engine="postgres",
        AllocatedStorage=100,
        StorageType="gp3",
        MultiAZ=True,
    )

boto3.client("elasticache", region_name="us-east-1").create_cache_cluster(
    CacheClusterId="c", Engine="memcached", CacheNodeType="cache.m5.large", NumCacheNodes=3
)
boto3.client("redshift", region_name="us-east-1").create_cluster(
    ClusterIdentifier="w", ClusterType="multi-node", NodeType="ra3.xlplus", NumberOfNodes=2, MasterUsername="u"
)
boto3.client("opensearch", region_name="us-east-1").create_domain(
    DomainName="s",
    ClusterConfig={"InstanceType": "m5.large.search", "InstanceCount": 2},
    EBSOptions={"EBSEnabled": True, "VolumeType": "gp3", "VolumeSize": 100},
)
`,
    sees: [],
    rents: [
      {
        line: 5,
        type: 'aws.create_db_instance',
        region: 'us-east-1',
        facts: { instanceType: 'db.m5.large', engine: 'postgres', sizeGiB: 100, storageType: 'gp3', multiAz: true },
      },
      {
        line: 14,
        type: 'aws.create_cache_cluster',
        region: 'us-east-1',
        facts: { instanceType: 'cache.m5.large', nodes: 3, engine: 'memcached' },
      },
      {
        line: 17,
        type: 'aws.redshift.create_cluster',
        region: 'us-east-1',
        facts: { instanceType: 'ra3.xlplus', nodes: 2 },
      },
      {
        line: 20,
        type: 'aws.opensearch.create_domain',
        region: 'us-east-1',
        facts: { dataType: 'm5.large.search', dataNodes: 2, masterNodes: 0, volumeType: 'gp3', volumeGiB: 100 },
      },
    ],
  },
  {
    lang: 'typescript',
    code: `
import { CreateDBInstanceCommand, RDSClient } from '@aws-sdk/client-rds'
import { CreateCacheClusterCommand, ElastiCacheClient } from '@aws-sdk/client-elasticache'

const rds = new RDSClient({ region: 'eu-west-1' })
await rds.send(new CreateDBInstanceCommand({ DBInstanceIdentifier: 'a', DBInstanceClass: 'db.t3.micro', Engine: 'mysql' }))
await new ElastiCacheClient({}).send(
  new CreateCacheClusterCommand({ CacheClusterId: 'c', Engine: 'redis', CacheNodeType: 'cache.t3.micro', NumCacheNodes: 1 }),
)
`,
    sees: [],
    rents: [
      {
        line: 6,
        type: 'aws.create_db_instance',
        region: 'eu-west-1',
        facts: { instanceType: 'db.t3.micro', multiAz: false },
      },
      { line: 7, type: 'aws.create_cache_cluster', region: null, facts: { nodes: 1 } },
    ],
  },
  {
    lang: 'python',
    code: `
import boto3
rds = boto3.client("rds")
rds.describe_db_instances(DBInstanceIdentifier="a")
rds.delete_db_instance(DBInstanceIdentifier="a")
boto3.client("redshift").describe_clusters(ClusterIdentifier="w")

def create_db_instance(name):
    return name

create_db_instance("a")
`,
    sees: [],
  },
  {
    lang: 'typescript',
    code: `
import { DescribeDBInstancesCommand, RDSClient } from '@aws-sdk/client-rds'
await new RDSClient({}).send(new DescribeDBInstancesCommand({}))
`,
    sees: [],
  },
]
