import { ListTagsForResourceCommand } from '@aws-sdk/client-bedrock-agentcore-control';
import type { ResourceKind } from '../../model/resource.ts';
import type { Facts } from './facts.ts';
import type { RegionScan } from './region-scan.ts';
import { noteFailure } from './region-scan.ts';

/** Whether only tags can decide about a resource. */
const undecided = ({ scope }: RegionScan, facts: Facts): boolean =>
  scope.needsTags && (scope.configured(facts) === 'maybe' || scope.asked(facts) === 'maybe');

/**
 * The facts of a resource with its tags, which are read only where they decide about it, or about the kind `below` it. Undefined: they could not be
 * read, so whether it is in scope is not known.
 */
export const withTags = async (
  scan: RegionScan,
  facts: Facts & { readonly kind: ResourceKind },
  resource: { readonly arn: string; readonly thing: string; readonly below?: ResourceKind },
): Promise<Facts | undefined> => {
  // A gateway's tags hold for its targets, which are looked at after it.
  const below: Facts[] =
    resource.below === undefined ? [] : [{ account: facts.account, kind: resource.below, gateway: facts }];
  if (![facts, ...below].some((some) => undecided(scan, some))) return facts;
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
