import * as z from 'zod/mini'
import { say, usd } from '../../core/money.ts'
import { defineRule } from '../../core/rule.ts'
import { headerOf } from '../../core/rules/block-place.ts'
import { isNonProduction } from '../../core/rules/environment.ts'
import { alwaysOnEndpointExamples } from './examples/always-on-endpoint.ts'

const options = z.object({})

/** What keeps machines ready to answer, by the way out of it. */
const endpoints: Readonly<Record<string, string>> = {
  aws_sagemaker_endpoint: 'Use serverless or asynchronous inference, or delete it after use',
  'aws.create_endpoint_config': 'Use serverless or asynchronous inference, or delete it after use',
  'sagemaker.deploy': 'Use serverless or asynchronous inference, or delete it after use',
  google_vertex_ai_endpoint_with_model_garden_deployment: 'Use batch prediction, or undeploy the model after use',
  google_vertex_ai_deployment_resource_pool: 'Use batch prediction, or undeploy the models after use',
  'vertex.deploy': 'Use batch prediction, or undeploy the model after use',
  'vertex.deploy_model': 'Use batch prediction, or undeploy the model after use',
}

export const rule = defineRule({
  id: 'always-on-endpoint',
  on: 'resource',
  severity: 'info',
  preset: 'strict',
  docs: {
    what: 'A real-time endpoint outside production keeps machines running all month.',
    why: 'Its instances are billed by the hour whether anybody asks or not; a test asks seldom.',
    fix: 'Use serverless or asynchronous inference on AWS, batch prediction on Vertex AI, or make the endpoint for the test and delete it.',
    unless: 'It is under load all day, or the model does not fit what serverless inference offers (no GPU there).',
    source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/serverless-endpoints.html',
    notIn: {
      python: 'a program is told from production by its folder alone (`staging/deploy.py`), which no example has',
      typescript: 'a program is told from production by its folder alone (`staging/deploy.ts`), which no example has',
    },
  },
  options,
  *check(resource, { estimate, document }) {
    const advice = endpoints[resource.type]
    const line =
      advice === undefined ? undefined : estimate.lines.find(({ unit, usd }) => unit === 'hour' && usd !== undefined)
    if (advice === undefined || !line?.usd || line.usd.low <= 0 || estimate.per !== 'month') return
    if (!isNonProduction(resource)) return
    const scaled = line.usd.high > line.usd.low ? say`at least ${usd(line.usd.low)}` : say`${usd(line.usd)}`
    yield {
      at: headerOf(resource, document),
      message: say`This endpoint is not for production and always on: ${scaled} a month whether anybody asks or not. ${advice}.`,
    }
  },
})

export const examples = alwaysOnEndpointExamples
