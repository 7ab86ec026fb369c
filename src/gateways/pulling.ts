import type { Problem } from '../model/problem.ts';
import { type Definition, NAMES } from './definition.ts';
import { definitionText } from './draft.ts';
import { type ListedGateway, listGateways, readLive } from './live.ts';
import { agentCoreClient, type GatewayPlaceAccess } from './places.ts';
import { definitionOfLive, type LiveAnswer } from './pull.ts';

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
export const isMadeHere = ({ value }: Definition): boolean =>
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

export const keptFile =
  ({ account, region }: GatewayPlaceAccess) =>
  ({ place, file }: Definition): readonly (readonly [string, string])[] =>
    place.account === account && place.region === region ? [[place.name, file]] : [];

export const pullPlace = async (place: GatewayPlaceAccess, wish: Wish): Promise<PulledFiles> => {
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
