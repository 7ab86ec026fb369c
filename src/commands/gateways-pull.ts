import { join } from 'node:path';
import { gatewaysDirectory } from '../config/widening.ts';
import { type Definition, NAMES, readDefinitions } from '../gateways/definition.ts';
import { definitionText } from '../gateways/draft.ts';
import { type ListedGateway, listGateways, readLive } from '../gateways/live.ts';
import { agentCoreClient, doneIn, failuresIn, type GatewayPlaceAccess, inPlaces } from '../gateways/places.ts';
import { definitionOfLive, type LiveAnswer } from '../gateways/pull.ts';
import { EXIT, SyncError } from '../model/errors.ts';
import type { Problem } from '../model/problem.ts';
import { gatewaysPulledText } from '../report/gateways-text.ts';
import { hasErrors } from '../running/catalogue.ts';
import type { CommandContext, CommandResult } from '../running/context.ts';
import { judgeDefinitions, loadGateways } from './gateways.ts';
import { writeWhole } from './gateways-files.ts';

/** Files that a pull gives, by their path below the definitions' folder, and what they can't hold. */
interface PulledFiles {
  readonly files: ReadonlyMap<string, string>;
  readonly names: readonly string[];
  /** Definitions that were left as they are. */
  readonly kept: readonly string[];
  readonly problems: readonly Problem[];
}

/** What operands ask for: a gateway's name, its id, or its ARN. */
const isAsked = (
  asked: readonly string[],
  { account, region }: GatewayPlaceAccess,
  one: { id: string; name: string },
) =>
  asked.some((text) => {
    if (!text.startsWith('arn:')) return text === one.name || text === one.id;
    return text.endsWith(`:bedrock-agentcore:${region}:${account}:gateway/${one.id}`);
  });

/** Whether a definition says what a pull can't: resources besides the gateway, which AWS's answer shows as foreign ones. */
const isMadeHere = ({ value }: Definition): boolean =>
  value.role.type === 'made' ||
  value.authorizer.type === 'ez-auth' ||
  value.providers !== undefined ||
  value.policies?.files !== undefined;

/** Names of a gateway and its targets that AWS gives to none: they become names of files. */
const strangeNames = ({ name }: ListedGateway, { gateway, targets }: LiveAnswer): readonly string[] => [
  ...(NAMES.gateway.test(name) ? [] : [name]),
  ...(gateway['name'] === name ? [] : [String(gateway['name'])]),
  ...targets.map((target) => String(target['name'])).filter((one) => !NAMES.target.test(one)),
];

const notWritten = (
  { account, region }: GatewayPlaceAccess,
  { id }: ListedGateway,
  strange: readonly string[],
): Problem => ({
  rule: 'command-failed',
  severity: 'error',
  subject: `gateway ${id}`,
  about: { account, region },
  text: `Pulling gateway ${id}: expected names of letters, digits and single "-", met ${strange.map((one) => JSON.stringify(one)).join(', ')}. Nothing was written of it.`,
  hint: 'AWS gives such a name to no gateway and to no target: see who answers.',
});

/** Which gateways are pulled: all but those whose definitions stay as they are (name → file), or what operands name. */
type Wish =
  | { readonly type: 'all'; readonly but: ReadonlyMap<string, string> }
  | { readonly type: 'named'; readonly asked: readonly string[] };

const keptFile =
  ({ account, region }: GatewayPlaceAccess) =>
  ({ place, file }: Definition): readonly (readonly [string, string])[] =>
    place.account === account && place.region === region ? [[place.name, file]] : [];

const pullPlace = async (place: GatewayPlaceAccess, wish: Wish): Promise<PulledFiles> => {
  const client = agentCoreClient(place);
  const { account, region, send } = place;
  const files = new Map<string, string>();
  const names: string[] = [];
  const kept: string[] = [];
  const problems: Problem[] = [];
  const listed = await listGateways(client, send);
  for (const one of listed) {
    if (wish.type === 'named' && !isAsked(wish.asked, place, one)) continue;
    const own = wish.type === 'all' ? wish.but.get(one.name) : undefined;
    if (own !== undefined) {
      kept.push(own);
      continue;
    }
    const live = await readLive(client, send, one.id);
    names.push(one.name, one.id, `arn:${one.id}`);
    const strange = strangeNames(one, live);
    if (strange.length > 0) {
      problems.push(notWritten(place, one, strange));
      continue;
    }
    const { definition, documents, unheld } = definitionOfLive(live);
    const folder = `${account}/${region}`;
    files.set(`${folder}/${one.name}.yaml`, definitionText(definition));
    for (const [path, text] of documents) files.set(`${folder}/${path}`, text);
    problems.push(
      ...unheld.map(
        (text): Problem => ({
          rule: 'definition-unrendered',
          severity: 'warning',
          subject: `gateway ${one.name}`,
          about: { account, region },
          text: `Pulling gateway ${one.name}: a definition has no place for ${text}.`,
          hint: 'It stays as it is until the gateway is deployed from the definition, which would take it away.',
        }),
      ),
    );
  }
  return { files, names, kept, problems };
};

/** Live gateways to definitions, written over those that are there. A second pull of an unchanged gateway writes the same bytes. */
export const pullGateways = async (context: CommandContext, asked: readonly string[]): Promise<CommandResult> => {
  const { settings } = context;
  const { all } = settings.gatewaysRun;
  if (all === asked.length > 0) {
    throw new SyncError('usage', 'bad-option', 'gateways pull: expected either --all, or names or ARNs of gateways.', {
      hint: 'agentcore-sync gateways pull pricing',
    });
  }
  const before = await loadGateways(context);
  const made = before.definitions.filter(isMadeHere);
  const places = await inPlaces(context, { aws: settings.aws, sideBySide: true }, (place) =>
    pullPlace(place, all ? { type: 'all', but: new Map(made.flatMap(keptFile(place))) } : { type: 'named', asked }),
  );
  const pulled = doneIn(places);
  const met = new Set(pulled.flatMap(({ names }) => names));
  const missing = asked.filter((text) => !met.has(text) && !met.has(`arn:${text.split('gateway/').at(-1) ?? ''}`));
  const directory = gatewaysDirectory(settings.directory);
  const written: string[] = [];
  const files = pulled.flatMap((one) => [...one.files]);
  for (const [path, text] of files) {
    if (before.world.files.get(path) === text) continue;
    await writeWhole(join(directory, path), text);
    written.push(join(directory, path));
  }
  const kept = pulled.flatMap((one) => one.kept);
  const { world } = await loadGateways(context);
  const texts = new Map(files.filter(([path]) => path.split('/').length === 3));
  const { definitions, problems } = readDefinitions(texts, directory);
  const judged = judgeDefinitions(definitions, world, 'draft');
  const told: readonly Problem[] = [
    ...failuresIn(places),
    ...pulled.flatMap((one) => one.problems),
    ...[...problems, ...judged.problems].map((problem) => ({ ...problem, severity: 'warning' as const })),
    ...missing.map(
      (text): Problem => ({
        rule: 'definition-reference',
        severity: 'error',
        subject: text,
        text: `Pulling ${text}: there is no such gateway in the accounts and Regions that were asked.`,
        hint: 'Name others with --accounts and --regions; agentcore-sync list shows what is there.',
      }),
    ),
  ];
  return {
    exitCode: hasErrors(told) ? EXIT.failed : EXIT.done,
    result: { files: written, unchanged: files.length - written.length, kept, block: judged.block },
    problems: told,
    text: gatewaysPulledText({ written, kept, gateways: texts.size, block: judged.block }),
    markdown: '',
    outputs: { changes: String(written.length) },
  };
};
