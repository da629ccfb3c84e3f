// https://github.com/terraform-aws-modules/terraform-aws-vpc/blob/master/UPGRADE-3.0.md
/** The endpoints that versions 1 and 2 made by a switch each, `enable_ssm_endpoint`, in the private subnets unless they are told. */
const services = `
codebuild codecommit git_codecommit config sqs lambda secretsmanager ssm
ssmmessages ec2 ec2messages ec2_autoscaling transferserver ecr_api ecr_dkr apigw
kms ecs ecs_agent ecs_telemetry sns monitoring logs events
elasticloadbalancing cloudtrail kinesis_streams kinesis_firehose glue sagemaker_notebook sts cloudformation
codepipeline appmesh_envoy_management servicecatalog storagegateway transfer sagemaker_api sagemaker_runtime appstream_api
appstream_streaming athena rekognition efs cloud_directory auto_scaling_plans workspaces access_analyzer
ebs datasync elastic_inference_runtime sms emr qldb_session states elasticbeanstalk
elasticbeanstalk_health acm_pca ses rds codedeploy codedeploy_commands_secure textract codeartifact_api
codeartifact_repositories dms
`
  .trim()
  .split(/\s+/)

const endpoint = (name: string, type: string) => `
variable "enable_${name}_endpoint" { default = false }
variable "${name}_endpoint_subnet_ids" { default = [] }

resource "aws_vpc_endpoint" "${name}" {
  count             = var.create_vpc && var.enable_${name}_endpoint ? 1 : 0
  vpc_id            = local.vpc_id
  service_name      = "${name}"
  vpc_endpoint_type = ${type}
  subnet_ids        = ${type} == "Interface" ? (length(var.${name}_endpoint_subnet_ids) > 0 ? var.${name}_endpoint_subnet_ids : aws_subnet.private[*].id) : null
  tags              = var.tags
}
`

const gateway = (name: string) =>
  `variable "${name}_endpoint_type" { default = "Gateway" }\n${endpoint(name, `var.${name}_endpoint_type`)}`

export const endpointsBefore3 = [
  gateway('s3'),
  gateway('dynamodb'),
  ...services.map((name) => endpoint(name, '"Interface"')),
].join('')
