import { ListTagsForResourceCommand } from '@aws-sdk/client-bedrock-agentcore-control';
import type { ResourceKind } from '../../model/resource.ts';
import type { Facts } from './facts.ts';
import type { RegionScan } from './region-scan.ts';
import { noteFailure } from './region-scan.ts';

/** Whether only tags can decide about a resource. */
const undecided = ({ scope }: RegionScan, facts: Facts): boolean =>
  scope.needsTags && (scope.configured(facts) === 'maybe' || scope.asked(facts) === 'maybe');

/**
 * The facts of a gateway or runtime with its tags, which are read only where they decide. Undefined: they could not be
 * read, so whether it is in scope is not known.
 */
export const withTags = async (
  scan: RegionScan,
  facts: Facts & { readonly kind: ResourceKind },
  resource: { readonly arn: string; readonly thing: string },
): Promise<Facts | undefined> => {
  // A gateway's tags hold for its targets, which are looked at after it.
  const forTargets = scan.targets && facts.kind === 'gateway';
  const targets: Facts = { account: facts.account, kind: 'target', gateway: facts };
  if (!undecided(scan, facts) && !(forTargets && undecided(scan, targets))) return facts;
  const answer = await scan.caller.call('ListTagsForResource', () =>
    scan.client.send(new ListTagsForResourceCommand({ resourceArn: resource.arn })),
  );
  if (answer.ok) return { ...facts, tags: answer.value.tags ?? {} };
  if (answer.failure.kind !== 'not-found') {
    noteFailure(scan, answer.failure, {
      call: 'ListTagsForResource',
      thing: resource.thing,
      lost: 'whether it is in scope is not known, its file stays as it is',
    });
    scan.findings.states.set(facts.kind, 'incomplete');
  }
  return undefined;
};
