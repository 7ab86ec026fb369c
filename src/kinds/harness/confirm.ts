import { type HarnessSummary, ListHarnessesCommand } from '@aws-sdk/client-bedrock-agentcore-control';
import type { PagesRead } from '../../aws/pages.ts';
import { allPages } from '../../aws/pages.ts';
import type { Claim, Confirmation } from '../../model/confirmation.ts';
import { type Asked, type Settle, unknown } from '../confirm/asked.ts';
import { absent, comparePlace } from '../confirm/compare.ts';
import type { CallFailure } from '../scan/caller.ts';
import { harnessUrl } from './facts.ts';

/** Most that AWS gives on a page. */
const PAGE = 100;

type Harnesses = PagesRead<HarnessSummary, CallFailure> & { readonly pages: number };

const listHarnesses = async ({ caller, client }: Asked): Promise<Harnesses> => {
  let pages = 0;
  const listed = await allPages<HarnessSummary, CallFailure>(async (nextToken) => {
    const command = new ListHarnessesCommand({ maxResults: PAGE, nextToken });
    const answer = await caller.call('ListHarnesses', () => client.send(command));
    if (!answer.ok) return answer;
    pages += 1;
    return { ok: true, value: { items: answer.value.harnesses, nextToken: answer.value.nextToken } };
  });
  return { ...listed, pages };
};

const judge = (claim: Claim, { items, failure }: Harnesses, asked: Asked): Confirmation => {
  if (items.some(({ arn }) => arn === claim.arn)) {
    return comparePlace(claim, { arn: claim.arn, url: harnessUrl(claim.arn, claim.key.region, asked.dnsSuffix) });
  }
  if (failure !== undefined) return unknown(failure, 'ListHarnesses', asked);
  if (items.every(({ arn }) => typeof arn === 'string')) return absent(claim);
  return { type: 'unknown', text: 'ListHarnesses answered with a harness that has no ARN' };
};

/**
 * One listing for all harnesses of the place: what a Get shows of one includes its environment variables. Pages shift when
 * harnesses come and go meanwhile, so what a listing of several pages lacks is looked for in a second one.
 */
export const confirmHarnesses = async (claims: readonly Claim[], asked: Asked, settle: Settle): Promise<void> => {
  const first = await listHarnesses(asked);
  const missing: Claim[] = [];
  for (const claim of claims) {
    const answer = judge(claim, first, asked);
    if (answer.type === 'elsewhere' && first.pages > 1) missing.push(claim);
    else settle(claim, answer);
  }
  if (missing.length === 0) return;
  const second = await listHarnesses(asked);
  for (const claim of missing) settle(claim, judge(claim, second, asked));
};
