import type { PriceSource, PriceSourceExample } from '../../core/prices/source.ts'
import * as awsEc2 from '../../core/prices/sources/aws-ec2.ts'
import * as awsPages from '../../core/prices/sources/aws-pages.ts'
import * as awsS3 from '../../core/prices/sources/aws-s3.ts'
import * as awsSagemaker from '../../core/prices/sources/aws-sagemaker.ts'
import * as awsSpotAdvisor from '../../core/prices/sources/aws-spot-advisor.ts'
import * as awsSpotPrices from '../../core/prices/sources/aws-spot-prices.ts'
import * as azureDisks from '../../core/prices/sources/azure-disks.ts'
import * as azureRetail from '../../core/prices/sources/azure-retail.ts'
import * as genaiPrices from '../../core/prices/sources/genai-prices.ts'
import * as googleList from '../../core/prices/sources/google-list.ts'
import * as gpuhunt from '../../core/prices/sources/gpuhunt.ts'
import * as modelsDev from '../../core/prices/sources/models-dev.ts'
import * as openrouter from '../../core/prices/sources/openrouter.ts'

const modules: readonly { readonly source: PriceSource; readonly examples: readonly PriceSourceExample[] }[] = [
  genaiPrices,
  openrouter,
  modelsDev,
  awsSpotAdvisor,
  awsSpotPrices,
  awsPages,
  gpuhunt,
  googleList,
  azureRetail,
  azureDisks,
  awsS3,
  awsSagemaker,
  awsEc2,
]

/** In the order they are refreshed: the small ones first. */
export const priceSources: readonly PriceSource[] = modules.map(({ source }) => source)

export const priceSourceExamples = modules.map(({ source, examples }) => ({ source, examples }))
