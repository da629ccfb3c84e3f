import { loadPriceBook } from './cli/price-book.ts'
const b = loadPriceBook()
console.log(b.itemsOf?.('sagemaker')?.map(i=>i.item).filter(i=>!/^training/.test(i)).join(' | '))
for (const r of ['us-east-1','us-east-2','us-west-2','eu-west-1']) console.log(r, b.service('aws','sagemaker','serverless inference',r)?.usd, b.hosting('sagemaker','ml.m5.xlarge',r)?.usd,b.hosting('sagemaker','ml.g5.xlarge',r)?.usd)
console.log([...new Set(b.gpuOffers().map(o=>o.provider))].join(' '))
console.log(b.gpuOffers().filter(o=>o.provider==='modal').map(o=>[o.type,o.onDemand?.usd,o.region]))
