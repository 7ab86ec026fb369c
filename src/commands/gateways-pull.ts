import { join } from 'node:path';
import { gatewaysDirectory } from '../config/widening.ts';
import { readDefinitions } from '../gateways/definition.ts';
import { definitionText } from '../gateways/draft.ts';
import { listGateways, readLive } from '../gateways/live.ts';
import { definitionOfLive } from '../gateways/pull.ts';
import { EXIT, SyncError } from '../model/errors.ts';
import type { Problem } from '../model/problem.ts';
import { gatewaysPulledText } from '../report/gateways-text.ts';
import type { CommandContext, CommandResult } from './context.ts';
import { judgeDefinitions, loadGateways } from './gateways.ts';
import { agentCoreClient, type GatewayPlaceAccess, inPlaces } from './gateways-aws.ts';
import { writeWhole } from './gateways-files.ts';

/** Files that a pull gives, by their path below the definitions' folder, and what they can't hold. */
interface PulledFiles {
  readonly files: ReadonlyMap<string, string>;
  readonly names: readonly string[];
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

const pullPlace = async (place: GatewayPlaceAccess, asked: readonly string[] | 'all'): Promise<PulledFiles> => {
  const client = agentCoreClient(place);
  const { account, region, send } = place;
  const files = new Map<string, string>();
  const names: string[] = [];
  const problems: Problem[] = [];
  const listed = await listGateways(client, send);
  for (const one of listed) {
    if (asked !== 'all' && !isAsked(asked, place, one)) continue;
    const { definition, documents, unheld } = definitionOfLive(await readLive(client, send, one.id));
    const folder = `${account}/${region}`;
    files.set(`${folder}/${one.name}.yaml`, definitionText(definition));
    for (const [path, text] of documents) files.set(`${folder}/${path}`, text);
    names.push(one.name, one.id, `arn:${one.id}`);
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
  return { files, names, problems };
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
  const pulled = await inPlaces(context, settings.aws, (place) => pullPlace(place, all ? 'all' : asked));
  const met = new Set(pulled.flatMap(({ names }) => names));
  const missing = asked.filter((text) => !met.has(text) && !met.has(`arn:${text.split('gateway/').at(-1) ?? ''}`));
  const directory = gatewaysDirectory(settings.directory);
  const before = await loadGateways(context);
  const written: string[] = [];
  for (const [path, text] of pulled.flatMap(({ files }) => [...files])) {
    if (before.world.files.get(path) === text) continue;
    await writeWhole(join(directory, path), text);
    written.push(join(directory, path));
  }
  const { world } = await loadGateways(context);
  const texts = new Map(pulled.flatMap(({ files }) => [...files]).filter(([path]) => path.split('/').length === 3));
  const { definitions, problems } = readDefinitions(texts, directory);
  const judged = judgeDefinitions(definitions, world, 'draft');
  return {
    exitCode: missing.length > 0 ? EXIT.failed : EXIT.done,
    result: { files: written, unchanged: texts.size - written.length, block: judged.block },
    problems: [
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
    ],
    text: gatewaysPulledText({ written, gateways: texts.size, block: judged.block }),
    markdown: '',
    outputs: { changes: String(written.length) },
  };
};
