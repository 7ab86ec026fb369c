import { definitionText } from './draft.ts';
import { listGateways, readLive } from './live.ts';
import { agentCoreClient, type GatewayPlaceAccess } from './places.ts';
import { definitionOfLive, type LiveAnswer, type Pulled } from './pull.ts';

/** What is live. */
export interface Live {
  readonly answer: LiveAnswer;
  readonly pulled: Pulled;
}

/** The gateway of a name as AWS has it; undefined: there is none. */
export const readLiveGateway = async (place: GatewayPlaceAccess, name: string): Promise<Live | undefined> => {
  const client = agentCoreClient(place);
  const found = (await listGateways(client, place.send)).find((one) => one.name === name);
  if (found === undefined) return undefined;
  const answer = await readLive(client, place.send, found.id);
  return { answer, pulled: definitionOfLive(answer) };
};

/** What is live as a text: the same as long as nobody changes the gateway. */
export const liveText = (live: Live | undefined): string => {
  if (live === undefined) return '';
  const { definition, documents, unheld } = live.pulled;
  return [definitionText(definition), ...[...documents].flat(), ...unheld].join('\n');
};
