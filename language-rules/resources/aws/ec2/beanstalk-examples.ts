import type { ResourceExample } from '../../../../core/resource.ts'

const setting = (namespace: string, name: string, value: string) => `
  setting {
    namespace = "${namespace}"
    name      = "${name}"
    value     = "${value}"
  }
`
const asg = 'aws:autoscaling:asg'
const launch = 'aws:autoscaling:launchconfiguration'
const environment = 'aws:elasticbeanstalk:environment'
const rds = 'aws:rds:dbinstance'
const open = `provider "aws" {
  region = "us-east-1"
}

resource "aws_elastic_beanstalk_environment" "web" {
  name        = "web"
  application = "shop"
${setting('aws:ec2:vpc', 'AssociatePublicIpAddress', 'false')}`

export const examples: readonly ResourceExample[] = [
  {
    name: 'two of two to six behind an application load balancer: 2 × (730 h × $0.096 + 30 GiB × $0.08) + 730 h × $0.0225',
    terraform: `${open}${setting(launch, 'InstanceType', 'm5.large')}${setting(launch, 'RootVolumeType', 'gp3')}${setting(launch, 'RootVolumeSize', '30')}${setting(asg, 'MinSize', '2')}${setting(asg, 'MaxSize', '6')}${setting(environment, 'LoadBalancerType', 'application')}}
`,
    usage: { 'aws_elastic_beanstalk_environment.web': { LCUs: 0 } },
    sees: [
      {
        address: 'aws_elastic_beanstalk_environment.web',
        usd: 161.39,
        status: 'priced',
        lines: ['Instances on demand', 'Root volume storage', 'Load balancer', 'Load balancer use'],
      },
    ],
  },
  {
    name: 'by default one to four and a classic load balancer: 730 h × $0.096 + 8 GiB × $0.10 + 730 h × $0.025, and the GB through it',
    terraform: `${open}${setting('aws:ec2:instances', 'InstanceTypes', 'm5.large')}}
`,
    sees: [
      {
        address: 'aws_elastic_beanstalk_environment.web',
        usd: 89.13,
        status: 'partial',
        lines: ['Instances on demand', 'Root volume storage', 'Load balancer', 'Load balancer use'],
        unknown: ['Load balancer use: usage'],
      },
    ],
  },
  {
    name: 'one machine without a balancer, and a database with a standby: 730 h × ($0.096 + $0.034) + $0.80 + 20 GB × $0.23',
    terraform: `${open}${setting(environment, 'EnvironmentType', 'SingleInstance')}${setting(launch, 'InstanceType', 'm5.large')}${setting(rds, 'DBInstanceClass', 'db.t3.micro')}${setting(rds, 'DBAllocatedStorage', '20')}${setting(rds, 'MultiAZDatabase', 'true')}}
`,
    sees: [
      {
        address: 'aws_elastic_beanstalk_environment.web',
        usd: 100.3,
        status: 'priced',
        lines: ['Instances on demand', 'Root volume storage', 'Database', 'Database storage'],
      },
    ],
  },
  {
    name: 'the type is that of the region where no option says it: not known',
    terraform: `${open}}
`,
    sees: [
      {
        address: 'aws_elastic_beanstalk_environment.web',
        usd: 19.05,
        status: 'partial',
        unknown: ['Instances on demand: absent', 'Load balancer use: usage'],
      },
    ],
  },
]
