import { type AgentRuntime, ListAgentRuntimesCommand } from '@aws-sdk/client-bedrock-agentcore-control';
import type { PagesRead } from '../../aws/pages.ts';
import { allPages } from '../../aws/pages.ts';
import type { Claim, Confirmation } from '../../model/confirmation.ts';
import { type Asked, type Settle, unknown } from '../confirm/asked.ts';
import { absent, comparePlace, withChange } from '../confirm/compare.ts';
import type { CallFailure } from '../scan/caller.ts';
import { runtimeUrl } from './facts.ts';

/** Most that AWS gives on a page. */
const PAGE = 100;

/** Looks for a runtime among those of its account and Region. Its URL, and those of its endpoints, follow from the ARN. */
const compareRuntime = (
  claim: Claim,
  runtimes: readonly Pick<AgentRuntime, 'agentRuntimeArn' | 'agentRuntimeVersion' | 'lastUpdatedAt'>[],
  dnsSuffix: string,
): Confirmation => {
  const found = runtimes.find(({ agentRuntimeArn }) => agentRuntimeArn === claim.arn);
  if (found === undefined) return absent(claim);
  const place = comparePlace(claim, { arn: claim.arn, url: runtimeUrl(claim.arn, claim.key.region, dnsSuffix) });
  return withChange(place, found.lastUpdatedAt, found.agentRuntimeVersion);
};

type Runtimes = PagesRead<AgentRuntime, CallFailure> & { readonly pages: number };

const listRuntimes = async ({ caller, client }: Asked): Promise<Runtimes> => {
  let pages = 0;
  const listed = await allPages<AgentRuntime, CallFailure>(async (nextToken) => {
    const command = new ListAgentRuntimesCommand({ maxResults: PAGE, nextToken });
    const answer = await caller.call('ListAgentRuntimes', () => client.send(command));
    if (!answer.ok) return answer;
    pages += 1;
    return { ok: true, value: { items: answer.value.agentRuntimes, nextToken: answer.value.nextToken } };
  });
  return { ...listed, pages };
};

const judgeRuntime = (claim: Claim, { items, failure }: Runtimes, asked: Asked): Confirmation => {
  const found = compareRuntime(claim, items, asked.dnsSuffix);
  if (found.type !== 'elsewhere' || items.some(({ agentRuntimeArn }) => agentRuntimeArn === claim.arn)) return found;
  if (failure !== undefined) return unknown(failure, 'ListAgentRuntimes', asked);
  if (items.every(({ agentRuntimeArn }) => typeof agentRuntimeArn === 'string')) return found;
  return { type: 'unknown', text: 'ListAgentRuntimes answered with a runtime that has no ARN' };
};

/**
 * One listing for all runtimes of the place: what a Get shows of one includes its environment variables. Pages shift when
 * runtimes come and go meanwhile, so what a listing of several pages lacks is looked for in a second one.
 */
export const confirmRuntimes = async (claims: readonly Claim[], asked: Asked, settle: Settle): Promise<void> => {
  const first = await listRuntimes(asked);
  const missing: Claim[] = [];
  for (const claim of claims) {
    const answer = judgeRuntime(claim, first, asked);
    if (answer.type === 'elsewhere' && first.pages > 1) missing.push(claim);
    else settle(claim, answer);
  }
  if (missing.length === 0) return;
  const second = await listRuntimes(asked);
  for (const claim of missing) settle(claim, judgeRuntime(claim, second, asked));
};
