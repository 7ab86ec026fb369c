import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import type { AwsSettings } from '../config/settings.ts';
import { digestOfText, type ToldChange, toldChange } from '../gateways/change-set.ts';
import type { Definition } from '../gateways/definition.ts';
import { definitionText } from '../gateways/draft.ts';
import { listGateways, readLive } from '../gateways/live.ts';
import { definitionOfLive } from '../gateways/pull.ts';
import { renderTemplate, stackName } from '../gateways/render.ts';
import { openStacks, type ReadyChangeSet, type StackFacts, type Stacks } from '../gateways/stacks.ts';
import { logicalId, TEMPLATE_BYTES, templateText } from '../gateways/template.ts';
import type { GatewayWorld } from '../gateways/world.ts';
import { SyncError } from '../model/errors.ts';
import type { CommandContext } from './context.ts';
import { agentCoreClient, type GatewayPlaceAccess, inPlaces } from './gateways-aws.ts';

const DEPLOY_ROLE = 'AgentCoreDeploy';
const SERVICE_ROLE = 'AgentCoreDeployService';

/** Our tags of a stack: by them it is told from a foreign one of the same name. */
const OWNER_TAG = 'agentcore-sync:owner';
const FILE_TAG = 'agentcore-sync:file';

/** A definition with the change set that would make it so. */
export interface Prepared {
  readonly definition: Definition;
  readonly stack: StackFacts | undefined;
  readonly ready: ReadyChangeSet;
  readonly changes: readonly ToldChange[];
  /** Digests of the template and of what is live. */
  readonly template: string;
  readonly live: string;
  readonly stacks: Stacks;
}

/** Whom a deploy acts as: a hub and a role of its own, never the scan's. */
const deploySettings = ({ settings }: CommandContext, definitions: readonly Definition[]): AwsSettings => {
  const { deploy = {} } = settings.gateways;
  const { hubRole: _, ...aws } = settings.aws;
  const places = definitions.map(({ place }) => place);
  return {
    ...aws,
    accounts: { type: 'list', accounts: [...new Set(places.map(({ account }) => account))].sort() },
    regions: { type: 'list', regions: [...new Set(places.map(({ region }) => region))].sort() },
    role: deploy.role ?? DEPLOY_ROLE,
    ...(deploy.hubRole === undefined ? {} : { hubRole: deploy.hubRole }),
  };
};

/** What is live. */
interface Live {
  /** A definition pulled of it: the same text as long as nobody changes the gateway. */
  readonly text: string;
  readonly targets: readonly string[];
}

const readLiveText = async (place: GatewayPlaceAccess, name: string): Promise<Live | undefined> => {
  const client = agentCoreClient(place);
  const found = (await listGateways(client, place.send)).find((one) => one.name === name);
  if (found === undefined) return undefined;
  const { definition, documents, unheld } = definitionOfLive(await readLive(client, place.send, found.id));
  return {
    text: [definitionText(definition), ...[...documents].flat(), ...unheld].join('\n'),
    targets: (definition.targets ?? []).map((target) => target.name),
  };
};

const broken = (stack: string, facts: StackFacts): SyncError | undefined => {
  const told = (hint: string): SyncError =>
    new SyncError(
      'cloud',
      'unavailable',
      `The stack ${stack} is ${facts.status}: ${facts.reason ?? 'no reason given'}.`,
      {
        hint,
      },
    );
  switch (facts.status) {
    case 'ROLLBACK_COMPLETE':
    case 'ROLLBACK_FAILED':
    case 'CREATE_FAILED':
    case 'DELETE_FAILED':
      return told(
        `It holds nothing that works: aws cloudformation delete-stack --stack-name ${stack}, then deploy again.`,
      );
    case 'UPDATE_ROLLBACK_FAILED':
      return told(`aws cloudformation continue-update-rollback --stack-name ${stack}, then deploy again.`);
    default:
      return undefined;
  }
};

/** What resources of the template are called, those too that are there and the definition has no more. */
const namesOf = ({ value }: Definition, live: Live | undefined): ReadonlyMap<string, string> =>
  new Map([
    ...[...(live?.targets ?? []), ...(value.targets ?? []).map(({ name }) => name)].map(
      (name) => [logicalId('Target', name), name] as const,
    ),
    ...Object.keys(value.providers ?? {}).map((name) => [logicalId('Provider', name), name] as const),
  ]);

/** The stack as it is once nothing goes on in it, if it is ours. */
const settledStack = async (
  { settings }: CommandContext,
  stacks: Stacks,
  name: string,
): Promise<StackFacts | undefined> => {
  const first = await stacks.find(name);
  if (first === undefined) return undefined;
  const inReview = first.status === 'REVIEW_IN_PROGRESS';
  const facts = inReview ? first : await stacks.follow(name, await stacks.lastEvent(name), () => undefined);
  const owner = facts.tags.get(OWNER_TAG);
  if (!inReview && owner !== settings.owner) {
    throw new SyncError(
      'cloud',
      'denied',
      `The stack ${name} carries the tag ${OWNER_TAG} ${owner === undefined ? 'of nobody' : JSON.stringify(owner)}, and the configuration's owner is ${JSON.stringify(settings.owner)}: it is not ours, and nothing of it is touched.`,
      { hint: 'Give the gateway another name, or the stack to the configuration that made it.' },
    );
  }
  const error = broken(name, facts);
  if (error !== undefined) throw error;
  return facts;
};

const prepareOne = async (
  context: CommandContext,
  definition: Definition,
  { world, place }: { readonly world: GatewayWorld; readonly place: GatewayPlaceAccess },
): Promise<Prepared> => {
  const { settings, clock, signal } = context;
  const { account, region, send, credentials, connection } = place;
  const client = new CloudFormationClient({ region, credentials, requestHandler: connection.handler, maxAttempts: 6 });
  const stacks = openStacks({ client, send, clock, signal });
  const name = stackName(definition);
  const text = templateText(renderTemplate(definition, world), definition.file);
  if (Buffer.byteLength(text) > TEMPLATE_BYTES.text) {
    throw new SyncError(
      'configuration',
      'invalid',
      `The template of ${name} has more than ${TEMPLATE_BYTES.text} bytes.`,
      {
        hint: `Put the documents of its targets into S3 (schema: s3://…), or deploy what gateways render writes from the bucket ${settings.gateways.deploy?.bucket ?? 'of your own'}.`,
      },
    );
  }
  const live = await readLiveText(place, definition.place.name);
  const stack = await settledStack(context, stacks, name);
  if (live !== undefined && (stack === undefined || stack.status === 'REVIEW_IN_PROGRESS')) {
    throw new SyncError(
      'cloud',
      'unavailable',
      `A gateway ${definition.place.name} is there in ${account} ${region}, and no stack ${name} holds it.`,
      { hint: 'Import it: agentcore-sync gateways render --import, then a change set of type IMPORT.' },
    );
  }
  const [template, liveDigest] = [digestOfText(text), digestOfText(live?.text ?? '')];
  const serviceRole = settings.gateways.deploy?.serviceRole ?? SERVICE_ROLE;
  const ready = await stacks.prepare(
    {
      name,
      template: text,
      tags: { [OWNER_TAG]: settings.owner ?? '', [FILE_TAG]: definition.file },
      serviceRole: `arn:${world.partition(region)}:iam::${account}:role/${serviceRole}`,
      changeSet: `agentcore-sync-${digestOfText(`${template}${liveDigest}`).slice(0, 24)}`,
    },
    stack,
  );
  return {
    definition,
    stack,
    ready,
    changes:
      ready.type === 'empty'
        ? []
        : ready.changes.map((change) => toldChange(change, definition.place.name, namesOf(definition, live))),
    template,
    live: liveDigest,
    stacks,
  };
};

/** One definition's preparation, or why there is none. */
export type Attempt =
  | { readonly type: 'prepared'; readonly prepared: Prepared }
  | { readonly type: 'failed'; readonly definition: Definition; readonly error: SyncError };

/** Prepares a change set for each definition, and hands them on while the connection is open. One that fails stops no other. */
export const withPrepared = async <Result>(
  context: CommandContext,
  definitions: readonly Definition[],
  { world, work }: { readonly world: GatewayWorld; readonly work: (attempts: readonly Attempt[]) => Promise<Result> },
): Promise<readonly Result[]> =>
  inPlaces(context, deploySettings(context, definitions), async (place) => {
    const here = definitions.filter((one) => one.place.account === place.account && one.place.region === place.region);
    const attempts: Attempt[] = [];
    for (const definition of here) {
      try {
        attempts.push({ type: 'prepared', prepared: await prepareOne(context, definition, { world, place }) });
      } catch (error) {
        if (!(error instanceof SyncError)) throw error;
        attempts.push({ type: 'failed', definition, error });
      }
    }
    return work(attempts);
  });
