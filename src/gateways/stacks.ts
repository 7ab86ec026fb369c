import {
  type Change,
  type CloudFormationClient,
  CreateChangeSetCommand,
  DeleteChangeSetCommand,
  DescribeChangeSetCommand,
  type DescribeChangeSetOutput,
  DescribeStackEventsCommand,
  DescribeStacksCommand,
  ExecuteChangeSetCommand,
  GetTemplateCommand,
  type Stack,
  type StackEvent,
} from '@aws-sdk/client-cloudformation';
import { SyncError } from '../model/errors.ts';
import type { Clock } from '../net/clock.ts';
import type { StackChange } from './change-set.ts';
import type { ResourceToImport } from './import-file.ts';
import type { Send } from './live.ts';

/** A template, and where CloudFormation reads it from when it is too long for a call. */
export interface StackTemplate {
  readonly text: string;
  readonly url?: string;
}

/** What a stack is asked to become. */
export interface StackWish {
  readonly name: string;
  readonly template: StackTemplate;
  /** What is taken over by an import; absent where the stack is created or updated. */
  readonly imports?: readonly ResourceToImport[];
  readonly tags: Readonly<Record<string, string>>;
  /** ARN of the role that CloudFormation works with. */
  readonly serviceRole: string;
  /** Name of the change set: the same for the same template. */
  readonly changeSet: string;
}

/** A stack as it is. */
export interface StackFacts {
  readonly id: string;
  readonly status: string;
  readonly reason: string | undefined;
  readonly tags: ReadonlyMap<string, string>;
  readonly outputs: ReadonlyMap<string, string>;
}

/** A change set that is ready to be executed, or that nothing would come of. */
export type ReadyChangeSet =
  | { readonly type: 'ready'; readonly arn: string; readonly changes: readonly StackChange[] }
  | { readonly type: 'empty' };

/** One line of a stack's events. */
export interface StackStep {
  readonly id: string;
  readonly logicalId: string;
  readonly status: string;
  readonly reason: string | undefined;
}

/** The stacks of one account and Region. https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/Welcome.html */
export interface Stacks {
  readonly find: (name: string) => Promise<StackFacts | undefined>;
  readonly prepare: (wish: StackWish, stack: StackFacts | undefined) => Promise<ReadyChangeSet>;
  /** The template that a stack has. */
  readonly template: (name: string) => Promise<string>;
  readonly execute: (changeSetArn: string, token: string) => Promise<void>;
  readonly discard: (changeSetArn: string) => Promise<void>;
  /** Waits until nothing goes on any more, telling each step since `after`; undefined: the stack is gone. */
  readonly follow: (
    name: string,
    after: string | undefined,
    onStep: (step: StackStep) => void,
  ) => Promise<StackFacts | undefined>;
  /** The newest event, to begin after. */
  readonly lastEvent: (name: string) => Promise<string | undefined>;
}

const POLL_MS = 5000;
/** Two hours: a gateway takes minutes. */
const LONGEST_MS = 7_200_000;

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : '');

const isMissing = (error: unknown): boolean => /does not exist/i.test(messageOf(error));

const factsOf = (stack: Stack): StackFacts => ({
  id: stack.StackId ?? '',
  status: stack.StackStatus ?? '',
  reason: stack.StackStatusReason,
  tags: new Map((stack.Tags ?? []).map(({ Key = '', Value = '' }) => [Key, Value])),
  outputs: new Map((stack.Outputs ?? []).map(({ OutputKey = '', OutputValue = '' }) => [OutputKey, OutputValue])),
});

const ACTIONS = ['Add', 'Modify', 'Remove', 'Import', 'Dynamic', 'SyncWithActual'] as const;

const changeOf = ({ ResourceChange }: Change): StackChange | undefined => {
  const action = ACTIONS.find((one) => one === ResourceChange?.Action);
  if (ResourceChange === undefined || action === undefined) return undefined;
  const { LogicalResourceId = '', ResourceType = '', Replacement, PolicyAction, Details = [] } = ResourceChange;
  const replacement = (['True', 'False', 'Conditional'] as const).find((one) => one === Replacement);
  const names = Details.flatMap(({ Target }) =>
    Target?.Attribute === 'Properties' ? (Target.Name ?? []) : (Target?.Attribute ?? []),
  );
  return {
    action,
    logicalId: LogicalResourceId,
    resourceType: ResourceType,
    replacement,
    isKept: PolicyAction === 'Retain',
    properties: [...new Set(names)].sort(),
  };
};

/** CloudFormation says in words alone that a change set would change nothing. */
const isEmpty = ({ Status, StatusReason = '' }: DescribeChangeSetOutput): boolean =>
  Status === 'FAILED' && /didn't contain changes|No updates are to be performed/i.test(StatusReason);

/** Whether CloudFormation is at work in a stack of this status. */
export const isGoingOn = (status: string): boolean =>
  status.endsWith('_IN_PROGRESS') && status !== 'REVIEW_IN_PROGRESS';

/** How a stack that exists is changed; one that was only reviewed so far, or never made, is created. */
const typeFor = ({ imports }: StackWish, stack: StackFacts | undefined): 'CREATE' | 'UPDATE' | 'IMPORT' => {
  if (imports !== undefined) return 'IMPORT';
  return stack === undefined || stack.status === 'REVIEW_IN_PROGRESS' ? 'CREATE' : 'UPDATE';
};

/** How CloudFormation is reached in one account and Region. `send` makes each call. */
export interface StackAccess {
  readonly client: CloudFormationClient;
  readonly send: Send;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

const findStack = async ({ client, send }: StackAccess, name: string): Promise<StackFacts | undefined> => {
  try {
    const { Stacks: found = [] } = await send(`DescribeStacks ${name}`, () =>
      client.send(new DescribeStacksCommand({ StackName: name })),
    );
    return found[0] === undefined ? undefined : factsOf(found[0]);
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
};

/** Looks again and again until there is an answer. */
const waited = async <Value>(
  { clock, signal }: StackAccess,
  what: string,
  look: () => Promise<{ readonly value: Value } | undefined>,
): Promise<Value> => {
  const until = clock.now() + LONGEST_MS;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found.value;
    if (clock.now() >= until) {
      const minutes = LONGEST_MS / 60_000;
      throw new SyncError('cloud', 'timeout', `${what}: CloudFormation did not end within ${minutes} minutes.`, {
        hint: 'Look at the stack in the console; run the command again once it is done.',
      });
    }
    await clock.sleep(POLL_MS, signal);
  }
};

interface Described {
  readonly answer: DescribeChangeSetOutput;
  readonly changes: readonly Change[];
}

/** A change set with all pages of its changes. */
const describe = async ({ client, send }: StackAccess, changeSet: string, stack: string): Promise<Described> => {
  const changes: Change[] = [];
  const seen = new Set<string>();
  let token: string | undefined;
  for (;;) {
    const answer: DescribeChangeSetOutput = await send(`DescribeChangeSet ${changeSet}`, () =>
      client.send(new DescribeChangeSetCommand({ ChangeSetName: changeSet, StackName: stack, NextToken: token })),
    );
    changes.push(...(answer.Changes ?? []));
    token = answer.NextToken;
    if (token === undefined || seen.has(token)) return { answer, changes };
    seen.add(token);
  }
};

const discard = async ({ client, send }: StackAccess, changeSet: string): Promise<void> => {
  await send(`DeleteChangeSet ${changeSet}`, () =>
    client.send(new DeleteChangeSetCommand({ ChangeSetName: changeSet })),
  );
};

const readTemplate = async ({ client, send }: StackAccess, stack: string, changeSet?: string): Promise<string> => {
  const { TemplateBody = '' } = await send(`GetTemplate ${stack}`, () =>
    client.send(new GetTemplateCommand({ StackName: stack, ChangeSetName: changeSet, TemplateStage: 'Original' })),
  );
  return TemplateBody;
};

/**
 * A template as far as CloudFormation gives it back: with question marks for what isn't ASCII, it doesn't say how many.
 * https://github.com/aws-cloudformation/cloudformation-coverage-roadmap/issues/1220
 */
const asGivenBack = (text: string): string => text.replace(/[?\u0080-\uffff]+/g, '?').trimEnd();

/** Whether a change set is of the template that was rendered: one of its name, or the bucket's object, may be somebody else's. */
const checkTemplate = async (
  access: StackAccess,
  { name, template, changeSet }: StackWish,
  arn: string,
): Promise<void> => {
  const held = await readTemplate(access, name, arn);
  if (asGivenBack(held) === asGivenBack(template.text)) return;
  throw new SyncError(
    'cloud',
    'denied',
    `The change set ${changeSet} of ${name} is of another template than the one that was rendered: somebody else made it${template.url === undefined ? '' : `, or wrote ${template.url}`}. Nothing of it was executed.`,
    {
      hint: `Look at both, delete ${template.url === undefined ? 'it' : 'the object'} (aws cloudformation delete-change-set --change-set-name ${arn}), and run the command again.`,
    },
  );
};

/** What came of asking for a change set. `stale`: the stack went on without it, and nobody can execute it any more. */
type MadeChangeSet = ReadyChangeSet | { readonly type: 'stale' };

const readyChangeSet = async (access: StackAccess, wish: StackWish): Promise<MadeChangeSet> => {
  const { changeSet, name: stack } = wish;
  const { answer, changes } = await waited(access, `Making the change set ${changeSet}`, async () => {
    const found = await describe(access, changeSet, stack);
    const { Status = '' } = found.answer;
    return /_(?:PENDING|IN_PROGRESS)$/.test(Status) ? undefined : { value: found };
  });
  if (answer.Status === 'CREATE_COMPLETE') {
    const arn = answer.ChangeSetId ?? '';
    await checkTemplate(access, wish, arn);
    if (answer.ExecutionStatus !== 'AVAILABLE') {
      await discard(access, arn);
      return { type: 'stale' };
    }
    return { type: 'ready', arn, changes: changes.flatMap((one) => changeOf(one) ?? []) };
  }
  // A change set that failed stands in the way of the next one of its name.
  await discard(access, answer.ChangeSetId ?? changeSet);
  if (isEmpty(answer)) return { type: 'empty' };
  throw new SyncError(
    'cloud',
    'unavailable',
    `Making the change set of ${stack}: ${answer.Status ?? 'no status'}: ${answer.StatusReason ?? 'no reason'}`,
    { hint: 'Mend the definition; agentcore-sync gateways render shows the template.' },
  );
};

const createChangeSet = async (
  { client, send }: StackAccess,
  wish: StackWish,
  stack: StackFacts | undefined,
): Promise<void> => {
  const command = new CreateChangeSetCommand({
    StackName: wish.name,
    ChangeSetName: wish.changeSet,
    ChangeSetType: typeFor(wish, stack),
    ...(wish.template.url === undefined ? { TemplateBody: wish.template.text } : { TemplateURL: wish.template.url }),
    ...(wish.imports === undefined
      ? {}
      : {
          ResourcesToImport: wish.imports.map(({ ResourceIdentifier, ...one }) => ({
            ...one,
            ResourceIdentifier: { ...ResourceIdentifier },
          })),
        }),
    RoleARN: wish.serviceRole,
    Capabilities: ['CAPABILITY_IAM'],
    Tags: Object.entries(wish.tags).map(([Key, Value]) => ({ Key, Value })),
    IncludeNestedStacks: false,
    Description: 'agentcore-sync gateways',
  });
  try {
    await send(`CreateChangeSet ${wish.name}`, () => client.send(command));
  } catch (error) {
    // One of this name is of this template: a run that was ended has made it.
    if (!/already exists/i.test(messageOf(error))) throw error;
  }
};

/** Pages of events that are read at most: a stack tells some hundred events an update. */
const MOST_PAGES = 50;

/** The newest events of a stack, down to one that is known; none where the stack is gone. */
const eventsOf = async (
  { client, send }: StackAccess,
  name: string,
  isKnown: (event: StackEvent) => boolean,
): Promise<readonly StackEvent[]> => {
  const events: StackEvent[] = [];
  let token: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    try {
      const { StackEvents = [], NextToken } = await send(`DescribeStackEvents ${name}`, () =>
        client.send(new DescribeStackEventsCommand({ StackName: name, NextToken: token })),
      );
      const end = StackEvents.findIndex(isKnown);
      events.push(...(end < 0 ? StackEvents : StackEvents.slice(0, end)));
      if (end >= 0 || NextToken === undefined || NextToken === token) return events;
      token = NextToken;
    } catch (error) {
      if (isMissing(error)) return [];
      throw error;
    }
  }
  return events;
};

const stepOf = (event: StackEvent): StackStep => ({
  id: event.EventId ?? '',
  logicalId: event.LogicalResourceId ?? '',
  status: event.ResourceStatus ?? '',
  reason: event.ResourceStatusReason,
});

const followStack = async (
  access: StackAccess,
  name: string,
  { after, onStep }: { readonly after: string | undefined; readonly onStep: (step: StackStep) => void },
): Promise<StackFacts | undefined> => {
  let told = after;
  return waited(access, `Deploying ${name}`, async () => {
    const stack = await findStack(access, name);
    if (stack === undefined) return { value: undefined };
    const found = await eventsOf(access, name, ({ EventId }) => EventId === told);
    for (const event of found.toReversed()) onStep(stepOf(event));
    told = found[0]?.EventId ?? told;
    return isGoingOn(stack.status) ? undefined : { value: stack };
  });
};

/** Makes a change set; one of the same name that was overtaken is made anew. */
const prepareChangeSet = async (
  access: StackAccess,
  wish: StackWish,
  stack: StackFacts | undefined,
): Promise<ReadyChangeSet> => {
  for (let attempt = 0; attempt < 3; attempt += 1) {
    await createChangeSet(access, wish, stack);
    const made = await readyChangeSet(access, wish);
    if (made.type !== 'stale') return made;
  }
  throw new SyncError(
    'cloud',
    'unavailable',
    `Making the change set of ${wish.name}: somebody else changes the stack again and again.`,
    { hint: 'Run the command again once nobody does.' },
  );
};

/** Executes a change set, if it is still there and nothing overtook it. */
const execute = async ({ client, send }: StackAccess, changeSetArn: string, token: string): Promise<void> => {
  try {
    await send(`ExecuteChangeSet ${changeSetArn}`, () =>
      client.send(new ExecuteChangeSetCommand({ ChangeSetName: changeSetArn, ClientRequestToken: token })),
    );
  } catch (error) {
    const { cause } = error instanceof Error ? error : {};
    if (!/^(?:ChangeSetNotFound|InvalidChangeSetStatus)/.test(cause instanceof Error ? cause.name : '')) throw error;
    throw new SyncError(
      'cloud',
      'unavailable',
      `The change set ${changeSetArn} can't be executed any more: somebody executed another one of the stack, or deleted it. Nothing of it was changed`,
      { hint: 'Run agentcore-sync gateways plan again, and have it approved.', cause: error },
    );
  }
};

/** Opens the stacks of one account and Region. */
export const openStacks = (access: StackAccess): Stacks => ({
  find: (name) => findStack(access, name),
  prepare: (wish, stack) => prepareChangeSet(access, wish, stack),
  template: (name) => readTemplate(access, name),
  execute: (changeSetArn, token) => execute(access, changeSetArn, token),
  discard: (changeSetArn) => discard(access, changeSetArn),
  lastEvent: async (name) => {
    // Only the first page: everything on it but the newest is known.
    let newest: string | undefined;
    await eventsOf(access, name, ({ EventId }) => {
      newest ??= EventId;
      return true;
    });
    return newest;
  },
  follow: (name, after, onStep) => followStack(access, name, { after, onStep }),
});
