import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import type { AwsSettings } from '../config/settings.ts';
import type { Finding } from '../document/finding.ts';
import { SyncError } from '../model/errors.ts';
import type { CommandContext } from '../running/context.ts';
import { digestOfText, OUTPUTS_CHANGE, type StackChange, type ToldChange, toldChange } from './change-set.ts';
import { type Checked, tooLarge } from './check.ts';
import type { Definition } from './definition.ts';
import { definitionText } from './draft.ts';
import {
  differingResources,
  importPlan,
  keeping,
  keptIn,
  liveGatewayOf,
  type ResourceToImport,
} from './import-file.ts';
import { listGateways, readLive } from './live.ts';
import { GATEWAY } from './permissions.ts';
import { agentCoreClient, changingSettings, doneIn, type GatewayPlaceAccess, inPlaces } from './places.ts';
import { definitionOfLive, type LiveAnswer, type Pulled } from './pull.ts';
import { stackName } from './render.ts';
import { renderLive } from './render-live.ts';
import {
  isGoingOn,
  openStacks,
  type ReadyChangeSet,
  type StackFacts,
  type Stacks,
  type StackTemplate,
} from './stacks.ts';
import { type ImportTemplate, logicalId, TEMPLATE_BYTES, type Template, templateText } from './template.ts';
import { putTemplate, templateObject, templateUrl } from './template-bucket.ts';
import type { GatewayWorld } from './world.ts';

const DEPLOY_ROLE = 'AgentCoreDeploy';
const SERVICE_ROLE = 'AgentCoreDeployService';

/** Our tags of a stack: by them it is told from a foreign one of the same name. */
const OWNER_TAG = 'agentcore-sync:owner';
const FILE_TAG = 'agentcore-sync:file';

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
  /** Digest of what is live now. */
  readonly liveNow: () => Promise<string>;
  /** Prepares it once more, after this one was executed. */
  readonly again: () => Promise<Prepared>;
}

/** Whom a deploy acts as, where the definitions say. */
const deploySettings = ({ settings }: CommandContext, sound: readonly Checked[]): AwsSettings => {
  const places = sound.map(({ definition }) => definition.place);
  return {
    ...changingSettings(settings, settings.gateways.deploy?.role ?? DEPLOY_ROLE),
    accounts: { type: 'list', accounts: [...new Set(places.map(({ account }) => account))].sort() },
    regions: { type: 'list', regions: [...new Set(places.map(({ region }) => region))].sort() },
  };
};

/** What is live. */
interface Live {
  readonly answer: LiveAnswer;
  readonly pulled: Pulled;
}

const readLiveGateway = async (place: GatewayPlaceAccess, name: string): Promise<Live | undefined> => {
  const client = agentCoreClient(place);
  const found = (await listGateways(client, place.send)).find((one) => one.name === name);
  if (found === undefined) return undefined;
  const answer = await readLive(client, place.send, found.id);
  return { answer, pulled: definitionOfLive(answer) };
};

/** What is live as a text: the same as long as nobody changes the gateway. */
const liveText = (live: Live | undefined): string => {
  if (live === undefined) return '';
  const { definition, documents, unheld } = live.pulled;
  return [definitionText(definition), ...[...documents].flat(), ...unheld].join('\n');
};

/** What a person has to do about a stack that takes no change; undefined: it takes one. */
const mendingOf = (status: string): string | undefined => {
  switch (status) {
    case 'ROLLBACK_COMPLETE':
    case 'ROLLBACK_FAILED':
    case 'CREATE_FAILED':
    case 'DELETE_FAILED':
      return 'delete-stack';
    case 'UPDATE_ROLLBACK_FAILED':
    case 'IMPORT_ROLLBACK_FAILED':
      return 'continue-update-rollback';
    default:
      return undefined;
  }
};

/** `place`: where the stack is, for the command that mends it. */
const broken = (stack: string, facts: StackFacts, { region }: { readonly region: string }): SyncError | undefined => {
  const mending = mendingOf(facts.status);
  if (mending === undefined) return undefined;
  const text = `The stack ${stack} is ${facts.status}: ${facts.reason ?? 'no reason given'}.`;
  const why = mending === 'delete-stack' ? 'It holds nothing that works' : 'It stopped on its way back';
  return new SyncError('cloud', 'unavailable', text, {
    hint: `${why}: aws cloudformation ${mending} --stack-name ${stack} --region ${region}, then deploy again.`,
  });
};

/** What resources of the template are called, those too that are there and the definition has no more. */
const namesOf = ({ place, value }: Definition, live: Live | undefined): ReadonlyMap<string, string> =>
  new Map([
    [GATEWAY, place.name],
    ...[...(live?.pulled.definition.targets ?? []), ...(value.targets ?? [])].map(
      ({ name }) => [logicalId('Target', name), name] as const,
    ),
    ...Object.keys(value.providers ?? {}).map((name) => [logicalId('Provider', name), name] as const),
  ]);

/** The stack as it is once nothing goes on in it, if it is ours. */
const settledStack = async (
  { settings }: CommandContext,
  stacks: Stacks,
  { name, region }: { readonly name: string; readonly region: string },
): Promise<StackFacts | undefined> => {
  const first = await stacks.find(name);
  const facts =
    first !== undefined && isGoingOn(first.status)
      ? await stacks.follow(name, await stacks.lastEvent(name), () => undefined)
      : first;
  if (facts === undefined) return undefined;
  const inReview = facts.status === 'REVIEW_IN_PROGRESS';
  const owner = facts.tags.get(OWNER_TAG);
  if (!inReview && owner !== settings.owner) {
    throw new SyncError(
      'cloud',
      'denied',
      `The stack ${name} carries the tag ${OWNER_TAG} ${owner === undefined ? 'of nobody' : JSON.stringify(owner)}, and the configuration's owner is ${JSON.stringify(settings.owner)}: it is not ours, and nothing of it is touched.`,
      { hint: 'Give the gateway another name, or the stack to the configuration that made it.' },
    );
  }
  const error = broken(name, facts, { region });
  if (error !== undefined) throw error;
  return facts;
};

/** What a stack is to become. */
interface Wanted {
  readonly template: Template | ImportTemplate;
  readonly imports?: readonly ResourceToImport[];
}

const findingError = ({ text, hint }: Finding): SyncError =>
  new SyncError('configuration', 'invalid', text, hint === undefined ? {} : { hint });

/** A live gateway as a stack takes it over: only as it is, for an import compares nothing and changes nothing. */
const importWanted = (
  { definition, template: rendered }: Checked,
  live: Live | undefined,
  world: GatewayWorld,
): Wanted => {
  const plan = importPlan(definition, rendered, live === undefined ? undefined : liveGatewayOf(live.answer));
  const [refused] = plan.type === 'refused' ? plan.findings : [];
  if (plan.type === 'refused' || live === undefined) {
    throw findingError(refused ?? { rule: 'definition-unrendered', text: 'There is nothing to import.' });
  }
  const asLive = renderLive(definition.place, live.pulled, world);
  const differing = asLive === undefined ? ['what is live'] : differingResources(rendered, asLive);
  if (differing.length > 0) {
    const names = namesOf(definition, live);
    const things = differing.map((id) => names.get(id) ?? id).join(', ');
    throw findingError({
      rule: 'definition-unrendered',
      text: `The definition of ${definition.place.name} and the live gateway differ in ${things}: an import takes over what is there as it is.`,
      hint: `Run agentcore-sync gateways pull ${definition.place.name}, import that, and change it afterwards.`,
    });
  }
  return { template: plan.template, imports: plan.resources };
};

/** Whether a stack holds something: one that was only reviewed so far, or whose import went back, holds nothing. */
const holds = (stack: StackFacts | undefined): stack is StackFacts =>
  stack !== undefined && stack.status !== 'REVIEW_IN_PROGRESS' && stack.status !== 'IMPORT_ROLLBACK_COMPLETE';

const wantedOf = async (
  { settings }: CommandContext,
  checked: Checked,
  { world, live, stack, stacks }: Situation,
): Promise<Wanted> => {
  const { definition, template } = checked;
  const { account, region, name } = definition.place;
  if (holds(stack)) {
    // What was imported stays kept: nothing that others made is ever deleted from here.
    const kept = keptIn(await stacks.template(stackName(definition)));
    return { template: keeping(template, (one) => kept.has(one)) };
  }
  if (settings.gatewaysRun.import) return importWanted(checked, live, world);
  if (live === undefined) return { template };
  throw new SyncError(
    'cloud',
    'unavailable',
    `A gateway ${name} is there in ${account} ${region}, and no stack ${stackName(definition)} holds it.`,
    { hint: `Have a stack take it over: agentcore-sync gateways plan ${name} --import` },
  );
};

/** What a definition is compared with. */
interface Situation {
  readonly world: GatewayWorld;
  readonly live: Live | undefined;
  readonly stack: StackFacts | undefined;
  readonly stacks: Stacks;
}

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
  const text = templateText(wanted, definition.file);
  const [digest, liveDigest] = [digestOfText(text), digestOfText(liveText(live))];
  const serviceRole = settings.gateways.deploy?.serviceRole ?? SERVICE_ROLE;
  const ready = await stacks.prepare(
    {
      name,
      template: await placed(context, definition, { text, digest, place }),
      ...(imports === undefined ? {} : { imports }),
      tags: { [OWNER_TAG]: settings.owner ?? '', [FILE_TAG]: definition.file },
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
