import type { AgentRuntime } from '@aws-sdk/client-bedrock-agentcore-control';
import {
  GetGatewayCommand,
  GetGatewayTargetCommand,
  ListAgentRuntimesCommand,
} from '@aws-sdk/client-bedrock-agentcore-control';
import type { createAgentCoreClient } from '../aws/agentcore.ts';
import { failureText } from '../aws/failure.ts';
import type { Listed } from '../aws/pages.ts';
import { allPages } from '../aws/pages.ts';
import type { Caller, CallFailure } from '../kinds/scan/caller.ts';
import type { Claim, Confirmation } from '../model/confirmation.ts';
import { absent, compareGateway, compareRuntime, compareTarget } from './compare-place.ts';

/** One account and Region while its claims are looked at. */
export interface Asked {
  readonly caller: Caller;
  readonly client: ReturnType<typeof createAgentCoreClient>;
  readonly dnsSuffix: string;
  /** The role that asks, for hints. */
  readonly role: string;
}

/** The calls that confirming makes, and no others. */
export const CONFIRM_CALLS = ['GetGateway', 'GetGatewayTarget', 'ListAgentRuntimes'] as const;

type ConfirmCall = (typeof CONFIRM_CALLS)[number];

/** Most that AWS gives on a page. */
const PAGE = 100;

const hintOf = (failure: Pick<CallFailure, 'kind'>, call: ConfirmCall, role: string): string | undefined => {
  switch (failure.kind) {
    case 'denied':
      return `Allow bedrock-agentcore:${call} to the role ${role}.`;
    case 'throttled':
    case 'timeout':
    case 'unavailable':
    case 'run-time':
      return 'Run again later.';
    default:
      return undefined;
  }
};

/** A failed call: whatever it was, it says nothing about the place. */
const unknown = (failure: CallFailure, call: ConfirmCall, { role }: Pick<Asked, 'role'>): Confirmation => {
  const hint = hintOf(failure, call, role);
  return {
    type: 'unknown',
    text: `${call} failed (${failureText(failure)})`,
    ...(hint === undefined ? {} : { hint }),
  };
};

const askGateway = async (claim: Claim, asked: Asked): Promise<Confirmation> => {
  const command = new GetGatewayCommand({ gatewayIdentifier: claim.key.id });
  const answer = await asked.caller.call('GetGateway', () => asked.client.send(command));
  if (answer.ok) return compareGateway(claim, answer.value);
  return answer.failure.kind === 'not-found' ? absent(claim) : unknown(answer.failure, 'GetGateway', asked);
};

const askTarget = async (claim: Claim, gatewayId: string, asked: Asked): Promise<Confirmation> => {
  const command = new GetGatewayTargetCommand({ gatewayIdentifier: gatewayId, targetId: claim.key.id });
  const answer = await asked.caller.call('GetGatewayTarget', () => asked.client.send(command));
  if (answer.ok) return compareTarget(claim, answer.value);
  return answer.failure.kind === 'not-found' ? absent(claim) : unknown(answer.failure, 'GetGatewayTarget', asked);
};

type Runtimes = Listed<AgentRuntime, CallFailure> & { readonly pages: number };

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
const askRuntimes = async (
  claims: readonly Claim[],
  asked: Asked,
  settle: (claim: Claim, answer: Confirmation) => void,
): Promise<void> => {
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

/** Asks AWS about the claims of one account and Region, in their order; each answer is settled as soon as it is there. */
export const askPlace = async (
  claims: readonly Claim[],
  asked: Asked,
  settle: (claim: Claim, answer: Confirmation) => void,
): Promise<void> => {
  const runtimes = claims.filter(({ key }) => key.kind === 'runtime');
  await Promise.all([
    ...(runtimes.length === 0 ? [] : [askRuntimes(runtimes, asked, settle)]),
    ...claims.map(async (claim): Promise<void> => {
      switch (claim.key.kind) {
        case 'gateway':
          return settle(claim, await askGateway(claim, asked));
        case 'target':
          return settle(claim, await askTarget(claim, claim.key.gatewayId, asked));
        case 'runtime':
          return;
      }
    }),
  ]);
};
