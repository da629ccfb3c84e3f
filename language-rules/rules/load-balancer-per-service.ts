import * as z from 'zod/mini'
import { sum } from '../../core/band.ts'
import { textOf } from '../../core/document.ts'
import { hoursPerMonth } from '../../core/hours.ts'
import { bandOf, valueOf } from '../../core/known.ts'
import { say, usd } from '../../core/money.ts'
import { defineRule } from '../../core/rule.ts'
import { headerOf, isPlaced } from '../../core/rules/block-place.ts'
import { perHour } from '../../core/rules/unit-lines.ts'
import type { Band, CostedSite, Resource } from '../../core/types.ts'
import { loadBalancerPerService } from './examples/load-balancer-per-service.ts'

const options = z.object({
  least: z
    ._default(z.number().check(z.int(), z.gte(2)), 3)
    .check(z.describe('How many balancers in the same subnets are too many.')),
})

interface Kind {
  /** One for all kinds of text: others serve a single service each. */
  isShared(balancer: Resource): boolean
  /** What says where it stands, as it is written; undefined where nothing does. */
  place(written: (path: string) => string | undefined): string | undefined
  message(balancers: readonly Balancer[], count: number, all: Band): string | undefined
}

const application: Kind = {
  isShared: ({ shape: { kind } }) => kind !== undefined && valueOf(kind) === 'application',
  place: (written) => written('subnets') && `${written('subnets')} ${written('internal') ?? 'false'}`,
  message: (_, count, all) =>
    say`${count} application load balancers in the same subnets: ${usd(all)} a month for their hours, ${usd(all.likely / count)} for one. Let one tell the services apart by host or path.`,
}

/** Its first five rules cost a project as much as one. https://cloud.google.com/load-balancing/docs/url-map-concepts */
const forwarding: Kind = {
  isShared: ({ source: { values } }) => values.target !== undefined,
  place: (written) =>
    /_https?_proxy\b/.test(written('target') ?? '')
      ? `${written('load_balancing_scheme')} ${written('port_range')} ${written('ip_version')}`
      : undefined,
  message(balancers, count) {
    const beyond = balancers[0]?.costed.estimate.lines.find(({ label }) => label === 'Rules beyond five')?.unitUsd
    return beyond
      ? say`${count} global load balancers answer on the same port: a project’s first five rules cost as much as one, each further one ${usd(beyond.likely * hoursPerMonth)} a month. Let one URL map tell the services apart by host or path.`
      : undefined
  },
}

const kinds: Readonly<Record<string, Kind>> = {
  aws_lb: application,
  aws_alb: application,
  // https://learn.microsoft.com/azure/application-gateway/multiple-site-overview
  azurerm_application_gateway: {
    isShared: () => true,
    place: (written) => {
      const subnet = written('gateway_ip_configuration.subnet_id')
      const isPublic = written('frontend_ip_configuration.public_ip_address_id') !== undefined
      return subnet && `${subnet} ${isPublic} ${written('sku.tier')}`
    },
    message: (_, count, all) =>
      say`${count} application gateways in the same subnet: ${usd(all)} a month for their hours, ${usd(all.likely / count)} for one. Let one tell the services apart by host or path.`,
  },
  google_compute_global_forwarding_rule: forwarding,
}

export const rule = defineRule({
  id: 'load-balancer-per-service',
  on: 'document',
  severity: 'info',
  preset: 'strict',
  docs: {
    what: 'Several load balancers for web traffic stand in the same subnets, facing the same side; of Google Cloud, more than the five that cost as much as one.',
    why: 'Each is billed by the hour, and with its public addresses, whatever goes through it; one serves many services.',
    fix: 'Let one balancer tell services apart by host name or path, with a listener rule and a target group for each; on Azure with a listener for each site, on Google Cloud with a URL map.',
    unless:
      'They are kept apart on purpose: by owner, by certificate, by limits, or so that one cannot take the others down.',
    source: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-rules.html',
    notIn: {
      python: 'balancers that code makes are not read',
      typescript: 'balancers that code makes are not read',
      notebook: 'balancers that code makes are not read',
    },
  },
  options,
  *check({ sites, document, options: { least } }) {
    const groups = new Map<string, Balancer[]>()
    for (const costed of sites) {
      const balancer = balancerOf(costed)
      const key = balancer && keyOf(balancer, textOf(document, balancer.site.location.cell))
      if (!balancer || key === undefined) continue
      const there = groups.get(key)
      if (there) there.push(balancer)
      else groups.set(key, [balancer])
    }
    for (const balancers of groups.values()) {
      const count = balancers.reduce((all, { count }) => all + count, 0)
      const all = sum(balancers.map(({ hours }) => hours))
      const [first, ...others] = balancers as [Balancer, ...Balancer[]]
      const message = all && count >= least ? first.kind.message(balancers, count, all) : undefined
      if (message === undefined) continue
      yield {
        at: headerOf(first.site, document),
        message,
        related: others.map(({ site }) => ({ message: 'another', location: headerOf(site, document) })),
      }
    }
  },
})

interface Balancer {
  readonly kind: Kind
  readonly costed: CostedSite
  readonly site: Resource
  readonly hours: Band
  readonly count: number
}

/** Of a known number and price. */
function balancerOf(costed: CostedSite): Balancer | undefined {
  const { site, estimate } = costed
  const kind = site.kind === 'resource' && !isPlaced(site) ? kinds[site.type] : undefined
  if (!kind || site.kind !== 'resource' || !kind.isShared(site)) return undefined
  const count = bandOf(site.count)
  const hours = perHour(estimate)
  return count && count.low === count.high && hours ? { kind, costed, site, hours, count: count.likely } : undefined
}

function keyOf({ kind, site: { type, module, source } }: Balancer, text: string): string | undefined {
  const { values } = source
  const place = kind.place((path) => values[path] && text.slice(...values[path].span).replace(/\s+/g, ' '))
  return place && `${type} ${module?.address ?? ''} ${place}`
}

export const examples = loadBalancerPerService
