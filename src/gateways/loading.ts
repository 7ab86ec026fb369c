import { partitionOf } from '../aws/partitions.ts';
import { loadEntries } from '../catalogue/entries.ts';
import { readFolder } from '../catalogue/read-folder.ts';
import type { TreeRead } from '../catalogue/tree.ts';
import type { Settings } from '../config/settings.ts';
import { gatewaysDirectory } from '../config/widening.ts';
import type { Entry } from '../model/catalogue.ts';
import { SyncError } from '../model/errors.ts';
import type { Problem } from '../model/problem.ts';
import { registryRules } from '../registries/table.ts';
import type { CommandContext } from '../running/context.ts';
import { type Checked, checkDefinition, type Strictness } from './check.ts';
import { collisionProblems } from './collisions.ts';
import { type Definition, readDefinitions } from './definition.ts';
import type { LiveGateway } from './import-file.ts';
import { POLICY_TESTS } from './policy-resources.ts';
import { blockToAdd } from './unlisted.ts';
import type { GatewayWorld, RuntimeFacts } from './world.ts';

/** Definitions and all that they are judged by. */
export interface GatewayCatalogue {
  /** The folder of the definitions, beside that of the entries. */
  readonly directory: string;
  readonly definitions: readonly Definition[];
  readonly world: GatewayWorld;
  readonly entries: readonly Entry[];
  readonly problems: readonly Problem[];
}

const runtimesOf = (entries: readonly Entry[]): readonly RuntimeFacts[] =>
  entries.flatMap(({ value }) => {
    if (value.kind !== 'runtime') return [];
    const { account, region, name, arn, authorizer } = value.source;
    const { type, discoveryUrl, allowedClients, allowedScopes } = authorizer;
    return [
      {
        account,
        region,
        name,
        arn,
        authorizer: {
          type,
          ...(discoveryUrl === undefined ? {} : { discoveryUrl }),
          ...(allowedClients === undefined ? {} : { clients: allowedClients }),
          ...(allowedScopes === undefined ? {} : { scopes: allowedScopes }),
        },
      },
    ];
  });

/** Definitions and all that they are judged by, from what was read of their folder and the entries that they refer to. */
const gatewayCatalogue = (read: TreeRead, entries: readonly Entry[], settings: Settings): GatewayCatalogue => {
  const directory = gatewaysDirectory(settings.directory);
  const { definitions, problems } = readDefinitions(read.tree, directory);
  return {
    directory,
    definitions,
    entries,
    world: {
      trust: settings.gateways,
      files: read.tree,
      runtimes: runtimesOf(entries),
      dnsSuffix: (region) => partitionOf(region).dnsSuffix,
      partition: (region) => partitionOf(region).name,
    },
    problems: [...read.problems, ...problems, ...collisionProblems(definitions)],
  };
};

/** Reads the definitions of the working directory, or of the commit that was asked for, and the catalogue that they refer to. */
export const loadGateways = async ({ settings }: CommandContext): Promise<GatewayCatalogue> => {
  const { directory } = settings;
  const [read, servers] = await Promise.all([
    readFolder(settings, gatewaysDirectory(directory)),
    readFolder(settings, directory),
  ]);
  const { entries } = loadEntries(servers.tree, { directory, registries: registryRules(settings) });
  return gatewayCatalogue(read, entries, settings);
};

/** The definitions that operands name: by the gateway's name or the file. Without any: all. */
export const chosenDefinitions = (
  { definitions, directory }: GatewayCatalogue,
  names: readonly string[],
): readonly Definition[] => {
  if (names.length === 0) return definitions;
  return names.flatMap((name) => {
    const found = definitions.filter(({ place, file }) => place.name === name || file === name);
    if (found.length > 0) return found;
    throw new SyncError('usage', 'bad-option', `There is no definition ${name} below ${directory}/.`, {
      hint:
        definitions.length === 0
          ? 'agentcore-sync gateways new writes one.'
          : `There are ${definitions.map(({ place }) => place.name).join(', ')}.`,
    });
  });
};

/** What AWS has of a definition's gateway, as the last scan saw it. */
export const liveGateway = ({ place }: Definition, entries: readonly Entry[]): LiveGateway | undefined => {
  for (const { value } of entries) {
    if (value.kind !== 'gateway') continue;
    const { account, region, name, arn, targets = [] } = value.source;
    if (account === place.account && region === place.region && name === place.name) {
      return { id: arn.split('/').at(-1) ?? '', arn, targets };
    }
  }
  return undefined;
};

/** Definitions with what is wrong with them, and the block that the configuration lacks for them. */
export interface JudgedDefinitions {
  readonly checked: readonly Checked[];
  readonly problems: readonly Problem[];
  readonly block: readonly string[];
}

/** Judges definitions, each of which is rendered once. */
export const judgeDefinitions = (
  definitions: readonly Definition[],
  world: GatewayWorld,
  strictness: Strictness,
): JudgedDefinitions => {
  const checked = definitions.map((definition) => checkDefinition(definition, world, strictness));
  return {
    checked,
    problems: checked.flatMap(({ problems }) => problems),
    block: blockToAdd(checked.flatMap(({ unlisted }) => unlisted)),
  };
};

const bringsPolicies = ({ value }: Definition): boolean => value.policies?.files !== undefined;

/** What Cedar says of the policies that definitions bring; it is loaded where one brings any, or cases stand there for some. */
export const judgePolicies = async (
  definitions: readonly Definition[],
  { world, directory, definitions: all }: GatewayCatalogue,
): Promise<readonly Problem[]> => {
  if (!definitions.some(bringsPolicies) && !world.files.has(POLICY_TESTS)) return [];
  const [{ openCedar }, { policyProblems }] = await Promise.all([import('./cedar.ts'), import('./policy-checks.ts')]);
  const names = all.filter(bringsPolicies).map(({ place }) => place.name);
  return policyProblems(definitions, world, { cedar: openCedar(), directory, names });
};

/** What is wrong with definitions, for a review of everything, whose folder and entries were read already. */
export const gatewayProblems = async (
  read: TreeRead,
  entries: readonly Entry[],
  settings: Settings,
): Promise<readonly Problem[]> => {
  const catalogue = gatewayCatalogue(read, entries, settings);
  const { problems } = judgeDefinitions(catalogue.definitions, catalogue.world, 'deploy');
  return [...catalogue.problems, ...problems, ...(await judgePolicies(catalogue.definitions, catalogue))];
};
