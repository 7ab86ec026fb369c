import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import type { AwsSettings } from '../config/settings.ts';
import { SyncError } from '../model/errors.ts';
import type { CommandContext } from '../running/context.ts';
import { digestOfText, OUTPUTS_CHANGE, type StackChange, type ToldChange, toldChange } from './change-set.ts';
import { type Checked, tooLarge } from './check.ts';
import { type Definition, sourceOf } from './definition.ts';
import { liveText, readLiveGateway } from './live-state.ts';
import { changingSettings, doneIn, type GatewayPlaceAccess, inPlaces } from './places.ts';
import { stackName } from './render.ts';
import { FILE_TAG, holds, OWNER_TAG, settledStack } from './stack-state.ts';
import { openStacks, type ReadyChangeSet, type Stacks, type StackTemplate } from './stacks.ts';
import { TEMPLATE_BYTES, templateText } from './template.ts';
import { putTemplate, templateObject, templateUrl } from './template-bucket.ts';
import { findingError, namesOf, wantedOf } from './wanted.ts';
import type { GatewayWorld } from './world.ts';

export const DEPLOY_ROLE = 'AgentCoreDeploy';
const SERVICE_ROLE = 'AgentCoreDeployService';

/** A definition with the change set that would make it so. */
export interface Prepared {
  readonly definition: Definition;
  /** What becomes of the stack. */
  readonly stack: 'create' | 'import' | 'update';
  readonly ready: ReadyChangeSet;
  readonly changes: readonly ToldChange[];
  /** Digests of the template and of what is live. */
  readonly template: string;
  readonly live: string;
  readonly stacks: Stacks;
  /** What the stack says of itself, where it stands. */
  readonly outputs: ReadonlyMap<string, string>;
  /** Digest of what is live now. */
  readonly liveNow: () => Promise<string>;
  /** Prepares it once more, after this one was executed. */
  readonly again: () => Promise<Prepared>;
}

/** Whom a deploy acts as, where the definitions say. */
export const deploySettings = ({ settings }: CommandContext, sound: readonly Checked[]): AwsSettings => {
  const places = sound.map(({ definition }) => definition.place);
  return {
    ...changingSettings(settings, settings.gateways.deploy?.role ?? DEPLOY_ROLE),
    accounts: { type: 'list', accounts: [...new Set(places.map(({ account }) => account))].sort() },
    regions: { type: 'list', regions: [...new Set(places.map(({ region }) => region))].sort() },
  };
};

/** The template as CloudFormation takes it: one that is too long for a call is put into the bucket that is configured. */
const placed = async (
  { settings }: CommandContext,
  definition: Definition,
  { text, digest, place }: { readonly text: string; readonly digest: string; readonly place: GatewayPlaceAccess },
): Promise<StackTemplate> => {
  const bytes = Buffer.byteLength(text);
  if (bytes <= TEMPLATE_BYTES.text) return { text };
  if (bytes > TEMPLATE_BYTES.bucket) throw findingError(tooLarge(bytes));
  const object = templateObject(settings.gateways, definition.place, digest);
  if (object === undefined) {
    throw findingError({
      rule: 'definition-unrendered',
      text: `The template of ${stackName(definition)} has ${bytes} bytes: above ${TEMPLATE_BYTES.text} CloudFormation reads it from a bucket, and none is configured.`,
      hint: 'Set gateways.deploy.bucket, or put the documents of targets into S3 (schema: s3://…).',
    });
  }
  const { region, credentials, connection } = place;
  await place.send(`PutObject s3://${object.bucket}/${object.key}`, (options) =>
    putTemplate(object, { text, digest, region }, { credentials, connection }, options),
  );
  return { text, url: await templateUrl(object, region) };
};

const prepareOne = async (
  context: CommandContext,
  checked: Checked,
  { world, place }: { readonly world: GatewayWorld; readonly place: GatewayPlaceAccess },
): Promise<Prepared> => {
  const { settings, clock, signal } = context;
  const { definition } = checked;
  const { account, region, send, credentials, connection } = place;
  const client = new CloudFormationClient({ region, credentials, requestHandler: connection.handler, maxAttempts: 6 });
  const stacks = openStacks({ client, send, clock, signal });
  const name = stackName(definition);
  const live = await readLiveGateway(place, definition.place.name);
  const stack = await settledStack(context, stacks, { name, region });
  const { template: wanted, imports } = await wantedOf(context, checked, { world, live, stack, stacks });
  const text = templateText(wanted, sourceOf(definition));
  const [digest, liveDigest] = [digestOfText(text), digestOfText(liveText(live))];
  const serviceRole = settings.gateways.deploy?.serviceRole ?? SERVICE_ROLE;
  const ready = await stacks.prepare(
    {
      name,
      template: await placed(context, definition, { text, digest, place }),
      ...(imports === undefined ? {} : { imports }),
      tags: { [OWNER_TAG]: settings.owner ?? '', [FILE_TAG]: sourceOf(definition) },
      serviceRole: `arn:${world.partition(region)}:iam::${account}:role/${serviceRole}`,
      changeSet: `agentcore-sync-${digestOfText(`${digest}${liveDigest}`).slice(0, 24)}`,
    },
    stack,
  );
  const told = (change: StackChange): ToldChange => toldChange(change, namesOf(definition, live));
  return {
    definition,
    stack: imports !== undefined ? 'import' : holds(stack) ? 'update' : 'create',
    ready,
    changes: ready.type === 'empty' ? [] : ready.changes.length === 0 ? [OUTPUTS_CHANGE] : ready.changes.map(told),
    template: digest,
    live: liveDigest,
    stacks,
    outputs: stack?.outputs ?? new Map(),
    liveNow: async () => digestOfText(liveText(await readLiveGateway(place, definition.place.name))),
    again: () => prepareOne(context, checked, { world, place }),
  };
};

/** One definition's preparation, or why there is none. */
export type Attempt =
  | { readonly type: 'prepared'; readonly prepared: Prepared }
  | { readonly type: 'failed'; readonly definition: Definition; readonly error: SyncError };

/** Prepares a change set for each definition, and hands them on while the connection is open. One that fails stops no other. */
export const withPrepared = async <Result>(
  context: CommandContext,
  sound: readonly Checked[],
  { world, work }: { readonly world: GatewayWorld; readonly work: (attempts: readonly Attempt[]) => Promise<Result> },
): Promise<readonly Result[]> => {
  const of = ({ account, region }: Pick<GatewayPlaceAccess, 'account' | 'region'>) =>
    sound.filter(({ definition: { place } }) => place.account === account && place.region === region);
  const places = await inPlaces(context, { aws: deploySettings(context, sound) }, async (access) => {
    const attempts: Attempt[] = [];
    for (const checked of of(access)) {
      try {
        attempts.push({ type: 'prepared', prepared: await prepareOne(context, checked, { world, place: access }) });
      } catch (error) {
        if (!(error instanceof SyncError)) throw error;
        attempts.push({ type: 'failed', definition: checked.definition, error });
      }
    }
    return work(attempts);
  });
  const unopened = places.flatMap((place): Attempt[] =>
    place.type === 'done'
      ? []
      : of(place).map(({ definition }) => ({ type: 'failed', definition, error: place.error })),
  );
  return unopened.length === 0 ? doneIn(places) : [...doneIn(places), await work(unopened)];
};
