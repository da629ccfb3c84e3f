import { isUnwritten, numberOf } from '../../../../core/estimate/resource-line.ts'
import type { Block } from '../../../../core/format.ts'
import { valueOf } from '../../../../core/known.ts'

/** Seconds that basic monitoring puts together: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/manage-detailed-monitoring.html */
const basic = 300

/** Does an alarm of the root look at machines more often than basic monitoring tells of them? What cannot be read may. */
export function hasMinuteAlarms(block: Block): boolean {
  return block.ofType('aws_cloudwatch_metric_alarm').some((alarm) => {
    const [space, period] = [alarm.fact('namespace'), alarm.fact('period')]
    const isOurs = isUnwritten(space)
      ? alarm.nested('metric_query').length > 0
      : (valueOf(space) ?? 'AWS/EC2') === 'AWS/EC2'
    return isOurs && (valueOf(numberOf(period)) ?? 0) < basic
  })
}

/** Something scales the group by its metrics, and does so the sooner the more often they come. */
export const isScaledByMetrics = (group: Block): boolean => group.referredBy('aws_autoscaling_policy').length > 0
