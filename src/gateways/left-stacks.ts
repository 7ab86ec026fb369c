import { CloudFormationClient, ListStacksCommand } from '@aws-sdk/client-cloudformation';
import type { AwsSettings } from '../config/settings.ts';
import { distinctProblems, type Problem } from '../model/problem.ts';
import type { CommandContext } from '../running/context.ts';
import type { Definition } from './definition.ts';
import { changingSettings, doneIn, type GatewayPlaceAccess, inPlaces } from './places.ts';
import { DEPLOY_ROLE } from './preparing.ts';
import { stackName } from './render.ts';
import { FILE_TAG, OWNER_TAG } from './stack-state.ts';
import { openStacks } from './stacks.ts';

/** Pages of stacks that are read at most: a hundred stacks each. */
const MOST_PAGES = 100;

/** Names of the stacks that are ours by their name, and are there. */
const namesIn = async (client: CloudFormationClient, { send }: GatewayPlaceAccess): Promise<readonly string[]> => {
  const names: string[] = [];
  let token: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const { StackSummaries = [], NextToken } = await send('ListStacks', () =>
      client.send(new ListStacksCommand({ NextToken: token })),
    );
    for (const { StackName = '', StackStatus = '' } of StackSummaries) {
      const isThere = StackStatus !== 'DELETE_COMPLETE' && StackStatus !== 'REVIEW_IN_PROGRESS';
      if (isThere && StackName.startsWith('agentcore-sync-')) names.push(StackName);
    }
    if (NextToken === undefined || NextToken === token) break;
    token = NextToken;
  }
  return [...new Set(names)].sort();
};

const leftIn = async (
  { clock, signal, settings }: CommandContext,
  place: GatewayPlaceAccess,
  definitions: readonly Definition[],
): Promise<readonly Problem[]> => {
  const { account, region, send, credentials, connection } = place;
  const here = definitions.filter((one) => one.place.account === account && one.place.region === region);
  const known = new Set(here.map(stackName));
  const client = new CloudFormationClient({ region, credentials, requestHandler: connection.handler, maxAttempts: 6 });
  const stacks = openStacks({ client, send, clock, signal });
  const problems: Problem[] = [];
  for (const name of (await namesIn(client, place)).filter((one) => !known.has(one))) {
    const tags = (await stacks.find(name))?.tags;
    if (tags?.get(OWNER_TAG) !== settings.owner) continue;
    problems.push({
      rule: 'stack-left',
      severity: 'warning',
      subject: `stack ${name}`,
      about: { account, region },
      text: `The stack ${name} in ${account} ${region} was made from ${tags?.get(FILE_TAG) ?? 'a definition'}, which is not there any more: its gateway goes on.`,
      hint: `Where it is not wanted any more: aws cloudformation delete-stack --stack-name ${name} --region ${region}`,
    });
  }
  return problems;
};

/** Where definitions are, and where the configuration lets them be: one that was removed may have been the last of its place. */
const settingsFor = ({ settings }: CommandContext, definitions: readonly Definition[]): AwsSettings => {
  const { accounts = [], deploy } = settings.gateways;
  const { regions } = settings.aws;
  const used = definitions.map(({ place }) => place);
  const listed = regions?.type === 'list' ? regions.regions : [];
  return {
    ...changingSettings(settings, deploy?.role ?? DEPLOY_ROLE),
    accounts: { type: 'list', accounts: [...new Set([...accounts, ...used.map(({ account }) => account)])].sort() },
    regions: { type: 'list', regions: [...new Set([...listed, ...used.map(({ region }) => region)])].sort() },
  };
};

/**
 * Stacks of ours whose definition is gone, or was renamed. Nothing of them is touched: no change set was approved for it. What refuses to
 * be listed is told once.
 */
export const leftStacks = async (
  context: CommandContext,
  definitions: readonly Definition[],
): Promise<readonly Problem[]> => {
  const aws = settingsFor(context, definitions);
  const places = await inPlaces(context, { aws, sideBySide: true }, (place) => leftIn(context, place, definitions));
  const denied = places.flatMap((place): Problem[] =>
    place.type === 'done' || place.error.code === 'assume-role'
      ? []
      : [
          {
            rule: 'stack-left',
            severity: 'warning',
            subject: place.account,
            about: { account: place.account },
            text: `Whether stacks are left of definitions that are gone is not known: ${place.error.message}.`,
            ...(place.error.hint === undefined ? {} : { hint: place.error.hint }),
          },
        ],
  );
  return [...doneIn(places).flat(), ...distinctProblems(denied)];
};
