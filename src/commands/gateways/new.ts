import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { partitionOf } from '../../aws/partitions.ts';
import { gatewaysDirectory } from '../../config/widening.ts';
import { parseFile } from '../../document/read.ts';
import { FILE_LIMITS } from '../../document/syntax.ts';
import { NAMES, readDefinitions } from '../../gateways/definition.ts';
import { asChoice, type Detected, detectTarget, TARGET_CHOICES } from '../../gateways/detect.ts';
import { definitionText } from '../../gateways/draft.ts';
import { judgeDefinitions, loadGateways } from '../../gateways/loading.ts';
import { EXIT, SyncError } from '../../model/errors.ts';
import type { GatewayDefinition } from '../../model/generated/gateway.ts';
import { gatewayDraftText } from '../../report/gateways-text.ts';
import type { CommandContext, CommandResult } from '../../running/context.ts';
import { writeNew } from '../../running/write-file.ts';

const usage = (text: string, hint: string): SyncError => new SyncError('usage', 'bad-option', text, { hint });

/** What a file that a person named holds; undefined where none can be read as a document. */
const readDocuments = async (path: string): Promise<unknown> => {
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text === undefined || Buffer.byteLength(text) > FILE_LIMITS.bytes) return undefined;
  const list = text.trimStart().startsWith('[');
  const read = parseFile(path, list ? `{"tools":${text}}` : text);
  return 'value' in read ? read.value : undefined;
};

/**
 * A file as a definition names it: by its path below the definitions' folder, or where it has to be put, which is a folder of
 * documents: beside a definition it could have that one's own name.
 */
const documentName = (file: string, directory: string): string => {
  const plain = file.replace(/^\.\//, '');
  return plain.startsWith(`${directory}/`) ? plain.slice(directory.length + 1) : `specs/${basename(plain)}`;
};

/** What is left to do with a file that lies elsewhere: a definition names documents below its own folder alone. */
const placingNotes = (given: string, directory: string): readonly string[] =>
  given.replace(/^\.\//, '').startsWith(`${directory}/`)
    ? []
    : [
        `Put the file below ${directory}/: mkdir -p ${directory}/specs && cp ${given} ${directory}/specs/${basename(given)}`,
      ];

/** Asks what is connected, where that isn't clear and somebody sits before a terminal. */
const settle = async (
  detected: Detected,
  text: string,
  { terminal }: CommandContext,
): Promise<Extract<Detected, { type: 'target' }>> => {
  if (detected.type === 'target') return detected;
  const choices = TARGET_CHOICES.filter(({ type }) => detected.choices.includes(type));
  if (choices.length === 0 || terminal.ask === undefined) {
    const known = choices.map(({ words }) => words).join(', or ');
    throw usage(
      `--target ${text}: ${detected.text}`,
      known === ''
        ? 'See agentcore-sync gateways --help.'
        : `It may be ${known}: say which on a terminal, or write the definition by hand.`,
    );
  }
  const rows = choices.map(({ words }, at) => `  ${at + 1}  ${words}\n`).join('');
  const answer = await terminal.ask(`${detected.text}\n${rows}Number: `);
  const choice = choices[Number(answer.trim()) - 1];
  const chosen = choice === undefined ? undefined : asChoice(text, choice.type);
  if (chosen?.type === 'target') return chosen;
  throw usage(
    `--target ${text}: expected a number from 1 to ${choices.length}, met ${JSON.stringify(answer.trim())}. Nothing was written.`,
    'Run the command again.',
  );
};

/** Where the gateway will be: what the target's ARN says, else the only one that is configured. */
const placeOf = (
  { settings }: CommandContext,
  detected: Extract<Detected, { type: 'target' }> | undefined,
  roleArn: string | undefined,
): { readonly account: string; readonly region: string } => {
  const listed = settings.gateways.accounts ?? [];
  const { narrow } = settings.scan;
  const scanned = narrow.accounts ?? (settings.aws.accounts.type === 'list' ? settings.aws.accounts.accounts : []);
  const only = (values: readonly string[]): string | undefined => (values.length === 1 ? values[0] : undefined);
  const account = detected?.account ?? roleArn?.split(':')[4] ?? only(scanned) ?? only(listed);
  const regions = narrow.regions ?? (settings.aws.regions.type === 'list' ? settings.aws.regions.regions : []);
  const region = detected?.region ?? only(regions);
  if (account === undefined) {
    throw usage('The account of the gateway is not known.', 'Say it with --accounts 111111111111.');
  }
  if (region === undefined) throw usage('The Region of the gateway is not known.', 'Say it with --regions us-east-1.');
  return { account, region };
};

/** A role's ARN, whichever of name and ARN was given. */
const roleArnOf = (role: string, account: string, region: string): string =>
  role.startsWith('arn:') ? role : `arn:${partitionOf(region).name}:iam::${account}:role/${role}`;

/** Writes a definition for a gateway that is to be, and creates nothing in AWS. */
export const newGateway = async (
  context: CommandContext,
  [name, ...more]: readonly string[],
): Promise<CommandResult> => {
  if (name === undefined || more.length > 0) {
    throw usage('gateways new: expected one name.', 'agentcore-sync gateways new pricing --target <ARN, URL or file>');
  }
  if (!NAMES.gateway.test(name)) {
    throw usage(
      `gateways new: ${JSON.stringify(name)} is no name of a gateway.`,
      'Up to 48 letters and digits, with single "-" between them.',
    );
  }
  const { target: given, role } = context.settings.gatewaysRun;
  const document = given === undefined ? undefined : await readDocuments(given);
  const detected =
    given === undefined
      ? undefined
      : await settle(
          detectTarget(
            document === undefined ? given : documentName(given, gatewaysDirectory(context.settings.directory)),
            () => document,
          ),
          given,
          context,
        );
  const place = placeOf(context, detected, role?.startsWith('arn:') === true ? role : undefined);
  const definition: GatewayDefinition = {
    kind: 'gateway-definition',
    form: 1,
    role: role === undefined ? { type: 'made' } : { type: 'given', arn: roleArnOf(role, place.account, place.region) },
    protocol: { search: 'semantic' },
    authorizer: { type: 'ez-auth', with: 'cognito' },
    ...(detected === undefined ? {} : { targets: [detected.target] }),
  };
  const path = `${place.account}/${place.region}/${name}.yaml`;
  const directory = gatewaysDirectory(context.settings.directory);
  const text = definitionText(definition);
  const file = join(directory, path);
  writeNew(file, text);
  const loaded = await loadGateways(context);
  const { definitions } = readDefinitions(new Map([[path, text]]), directory);
  const judged = judgeDefinitions(definitions, loaded.world, 'draft');
  const placing = given === undefined || document === undefined ? [] : placingNotes(given, directory);
  const notes = [...placing, ...(detected?.notes ?? ['Add targets.'])];
  return {
    exitCode: EXIT.done,
    result: { file, notes, block: judged.block },
    problems: judged.problems.map((problem) => ({ ...problem, severity: 'warning' as const })),
    text: gatewayDraftText({ file, notes, block: judged.block }),
    markdown: '',
    outputs: {},
  };
};
