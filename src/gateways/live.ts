import {
  type BedrockAgentCoreControlClient,
  GetGatewayCommand,
  GetGatewayTargetCommand,
  ListGatewaysCommand,
  ListGatewayTargetsCommand,
} from '@aws-sdk/client-bedrock-agentcore-control';
import { allPages } from '../aws/pages.ts';
import { SyncError } from '../model/errors.ts';
import { mapLimit } from '../net/concurrency.ts';
import { type Answer, mapOf } from './answers.ts';
import type { LiveAnswer } from './pull.ts';

/** Makes one call, within its time and as often as it takes; `what` names it in errors. */
export type Send = <Result>(
  what: string,
  send: (options: { readonly abortSignal: AbortSignal }) => Promise<Result>,
) => Promise<Result>;

/** A gateway of a listing. */
export interface ListedGateway {
  readonly id: string;
  readonly name: string;
}

const PAGE = 1000;
const TARGETS_AT_ONCE = 4;

const listed = async <Item>(
  what: string,
  page: (
    token: string | undefined,
  ) => Promise<{ readonly items?: readonly Item[] | undefined; readonly nextToken?: string | undefined }>,
): Promise<readonly Item[]> => {
  const { items, failure } = await allPages<Item>(async (token) => {
    const { items: found, nextToken } = await page(token);
    return { ok: true, value: { items: found, nextToken } };
  });
  if (failure === undefined) return items;
  throw new SyncError('cloud', 'unavailable', `${what}: ${failure.message}`, {
    hint: 'Nothing was written of it: run the command again.',
  });
};

/** Every gateway of an account and Region. */
export const listGateways = async (
  client: BedrockAgentCoreControlClient,
  send: Send,
): Promise<readonly ListedGateway[]> => {
  const items = await listed('ListGateways', (nextToken) =>
    send('ListGateways', () => client.send(new ListGatewaysCommand({ maxResults: PAGE, nextToken }))),
  );
  return items.flatMap(({ gatewayId, name }) =>
    gatewayId === undefined || name === undefined ? [] : [{ id: gatewayId, name }],
  );
};

const asAnswer = (answer: object): Answer => mapOf(answer);

/** A target of a listing. */
export interface ListedTarget {
  readonly id: string;
  readonly name: string;
  readonly status: string;
  /** Kind of target, where AWS says it. */
  readonly type: string | undefined;
  /** When its tools were read last, in milliseconds since the epoch. */
  readonly synchronizedAt: number | undefined;
}

/** Every target of a gateway. */
export const listTargets = async (
  client: BedrockAgentCoreControlClient,
  send: Send,
  gatewayIdentifier: string,
): Promise<readonly ListedTarget[]> => {
  const what = `ListGatewayTargets of ${gatewayIdentifier}`;
  const items = await listed(what, (nextToken) =>
    send(what, () => client.send(new ListGatewayTargetsCommand({ gatewayIdentifier, maxResults: PAGE, nextToken }))),
  );
  return items.flatMap(({ targetId, name = '', status = '', targetType, lastSynchronizedAt }) =>
    targetId === undefined || targetId === ''
      ? []
      : [{ id: targetId, name, status, type: targetType, synchronizedAt: lastSynchronizedAt?.getTime() }],
  );
};

/** A gateway with all its targets, read whole. */
export const readLive = async (
  client: BedrockAgentCoreControlClient,
  send: Send,
  gatewayIdentifier: string,
): Promise<LiveAnswer> => {
  const gateway = await send(`GetGateway ${gatewayIdentifier}`, () =>
    client.send(new GetGatewayCommand({ gatewayIdentifier })),
  );
  const summaries = await listTargets(client, send, gatewayIdentifier);
  const targets = await mapLimit(summaries, TARGETS_AT_ONCE, ({ id: targetId }) =>
    send(`GetGatewayTarget ${gatewayIdentifier} ${targetId}`, () =>
      client.send(new GetGatewayTargetCommand({ gatewayIdentifier, targetId })),
    ),
  );
  return { gateway: asAnswer(gateway), targets: targets.map(asAnswer) };
};
