/** Makes a world hold what entries of a catalogue say, for tests about something else than what AWS confirms. */
import { parse } from 'yaml';
import { gateway, jwt, runtime, target } from './resources.ts';
import { type Authorizer, contentsOf, type Gateway, type World } from './world.ts';

/** What is read of an entry's file. */
interface SeededEntry {
  readonly kind: string;
  readonly source: {
    readonly account: string;
    readonly region: string;
    readonly arn: string;
    readonly id?: string;
    readonly name: string;
    readonly url: string;
    readonly protocol?: string;
    readonly authorizer?: { readonly type: string; readonly discoveryUrl?: string; readonly allowedClients?: string[] };
  };
}

const isScanned = (value: unknown): value is SeededEntry =>
  typeof value === 'object' && value !== null && 'kind' in value && 'source' in value;

const authorizerOf = ({ source: { authorizer } }: SeededEntry): Authorizer => {
  const { type, discoveryUrl = '', allowedClients } = authorizer ?? { type: 'NONE' };
  if (type === 'CUSTOM_JWT') return jwt(discoveryUrl, allowedClients === undefined ? {} : { allowedClients });
  return type === 'AWS_IAM' || type === 'NONE' || type === 'AUTHENTICATE_ONLY'
    ? { type }
    : { type: 'OTHER', name: type };
};

const put = <Item extends { readonly id: string }>(list: Item[], item: Item): void => {
  const at = list.findIndex(({ id }) => id === item.id);
  if (at < 0) list.push(item);
  else list[at] = item;
};

const idIn = ({ source }: SeededEntry): string => source.arn.split('/')[1] ?? '';

/** The gateway of a target, made where it is not there. */
const gatewayOf = (entry: SeededEntry, gateways: Gateway[]): Gateway => {
  const id = idIn(entry);
  const made = gateways.find((one) => one.id === id) ?? gateway({ name: id.slice(0, -11), id });
  put(gateways, made);
  return made;
};

/** Puts into the world what an entry's text says; nothing for entries written by hand, and none for accounts that are not there. */
export const seedEntry = (world: World, text: string): void => {
  const value: unknown = parse(text);
  if (!isScanned(value) || world.accounts[value.source.account] === undefined) return;
  const { source } = value;
  const { gateways, runtimes } = contentsOf(world, source);
  const { name, url } = source;
  const id = idIn(value);
  switch (value.kind) {
    case 'gateway': {
      const before = gateways.find((one) => one.id === id);
      put(gateways, gateway({ ...before, name, id, url, authorizer: authorizerOf(value) }));
      return;
    }
    case 'target':
      put(gatewayOf(value, gateways).targets, target({ name, id: source.id ?? '', endpoint: url }));
      return;
    case 'runtime': {
      const authorizer = authorizerOf(value);
      const { protocol: serverProtocol } = source;
      put(
        runtimes,
        runtime({
          name,
          id,
          ...(serverProtocol === undefined ? {} : { serverProtocol }),
          ...(authorizer.type === 'CUSTOM_JWT' ? { authorizer } : {}),
        }),
      );
    }
  }
};
