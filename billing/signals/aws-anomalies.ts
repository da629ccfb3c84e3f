// https://docs.aws.amazon.com/aws-cost-management/latest/APIReference/API_GetAnomalies.html: of the monitors that were set up.

import { isRecord } from '../../core/record.ts'
import { awsMeaning, keyFields, operation, policy, signedFor } from '../aws/ask.ts'
import { numberIn, recordIn, textIn } from '../json.ts'
import { followedPages } from '../next-page.ts'
import { dayAfter } from '../range.ts'
import type { Fetched, Page, Range, SourceIo } from '../source.ts'
import type { Cause, ProviderAnomaly, SignalExample, SignalSource } from './signal.ts'

async function* pages({ since, until }: Range, io: SourceIo): AsyncIterable<Fetched> {
  const ask = (NextPageToken: string | undefined) =>
    operation('AWSInsightsIndexService.GetAnomalies', {
      DateInterval: { StartDate: since, EndDate: dayAfter(until, -1) },
      MaxResults: 100,
      ...(NextPageToken === undefined ? {} : { NextPageToken }),
    })
  yield* followedPages('AWS Cost Explorer', io, ask, (body) => textIn(recordIn(body).NextPageToken))
}

/** AWS tells impacts in dollars, whatever the bill's currency. */
const usd = (value: unknown) => {
  const amount = numberIn(value)
  return amount === undefined ? undefined : { amount, currency: 'USD' }
}

function causeOf(cause: Readonly<Record<string, unknown>>): Cause {
  const named = {
    service: textIn(cause.Service),
    account: textIn(cause.LinkedAccount),
    region: textIn(cause.Region),
    meter: textIn(cause.UsageType),
  }
  return Object.fromEntries(Object.entries(named).filter(([, value]) => value !== undefined))
}

function anomalyOf(anomaly: Readonly<Record<string, unknown>>, at: string): ProviderAnomaly | undefined {
  const { AnomalyId, AnomalyStartDate, AnomalyEndDate, Impact, RootCauses } = anomaly
  const { TotalImpact, MaxImpact, TotalActualSpend, TotalExpectedSpend } = recordIn(Impact)
  const [since, impact] = [textIn(AnomalyStartDate)?.slice(0, 10), usd(TotalImpact) ?? usd(MaxImpact)]
  if (since === undefined || impact === undefined) return undefined
  const [last, actual, expected] = [
    textIn(AnomalyEndDate)?.slice(0, 10),
    usd(TotalActualSpend),
    usd(TotalExpectedSpend),
  ]
  return {
    is: 'anomaly',
    source: 'aws-anomalies',
    at,
    id: String(AnomalyId),
    since,
    ...(last === undefined ? {} : { until: dayAfter(last, 1) }),
    impact,
    ...(actual === undefined ? {} : { actual }),
    ...(expected === undefined ? {} : { expected }),
    causes: (Array.isArray(RootCauses) ? (RootCauses as unknown[]) : []).filter(isRecord).map(causeOf),
  }
}

function signals({ body, at }: Page) {
  const { Anomalies } = recordIn(body)
  if (!Array.isArray(Anomalies)) return { signals: [], problems: ['AWS Cost Explorer sent a page without anomalies.'] }
  const all = (Anomalies as unknown[]).filter(isRecord).map((each) => anomalyOf(each, at))
  const unread = all.filter((each) => each === undefined).length
  return {
    signals: all.filter((each) => each !== undefined),
    problems: unread === 0 ? [] : [`AWS Cost Explorer: ${unread} anomalies without a day or an amount are left out.`],
  }
}

export const signalSource: SignalSource = {
  id: 'aws-anomalies',
  with: 'aws-cost-explorer',
  tells: 'anomaly',
  name: 'AWS Cost Explorer',
  reads: 'AWS Cost Anomaly Detection',
  base: 'https://ce.us-east-1.amazonaws.com',
  needs: {
    fields: keyFields,
    scope: 'ce:GetAnomalies',
    grant: policy({ Action: ['ce:GetAnomalies'], Resource: '*' }),
    link: 'https://docs.aws.amazon.com/cost-management/latest/userguide/ce-access.html',
    signIns: [{ with: 'aws' }],
  },
  askCosts: { usd: 0.01, source: 'https://aws.amazon.com/aws-cost-management/aws-cost-explorer/pricing/' },
  headers: signedFor('ce', 'us-east-1'),
  meaning: awsMeaning,
  pages,
  signals,
}

export const examples: readonly SignalExample[] = [
  {
    name: 'an anomaly that is over, with its cause; one that goes on has no end',
    page: {
      is: 'page',
      at: '2026-11-20T08:00:00.000Z',
      body: {
        Anomalies: [
          {
            AnomalyId: 'a-1',
            AnomalyStartDate: '2026-11-10T00:00:00Z',
            AnomalyEndDate: '2026-11-12T00:00:00Z',
            RootCauses: [{ Service: 'Amazon Bedrock', Region: 'eu-central-1', LinkedAccount: '111122223333' }],
            AnomalyScore: { MaxScore: 0.9, CurrentScore: 0.4 },
            Impact: { MaxImpact: 40, TotalImpact: 90.5, TotalActualSpend: 120.5, TotalExpectedSpend: 30 },
            MonitorArn: 'arn:aws:ce::111122223333:anomalymonitor/m',
          },
          {
            AnomalyId: 'a-2',
            AnomalyStartDate: '2026-11-19T00:00:00Z',
            AnomalyScore: { MaxScore: 0.5, CurrentScore: 0.5 },
            Impact: { MaxImpact: 7 },
            MonitorArn: 'arn:aws:ce::111122223333:anomalymonitor/m',
          },
        ],
      },
    },
    signals: [
      {
        is: 'anomaly',
        source: 'aws-anomalies',
        at: '2026-11-20T08:00:00.000Z',
        id: 'a-1',
        since: '2026-11-10',
        until: '2026-11-13',
        impact: { amount: 90.5, currency: 'USD' },
        actual: { amount: 120.5, currency: 'USD' },
        expected: { amount: 30, currency: 'USD' },
        causes: [{ service: 'Amazon Bedrock', account: '111122223333', region: 'eu-central-1' }],
      },
      {
        is: 'anomaly',
        source: 'aws-anomalies',
        at: '2026-11-20T08:00:00.000Z',
        id: 'a-2',
        since: '2026-11-19',
        impact: { amount: 7, currency: 'USD' },
        causes: [],
      },
    ],
  },
]
