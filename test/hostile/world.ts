/** 200 resources of two accounts, described by strangers in every field that AWS lets them write. */
import { confirmRoleFor, endpoint, gateway, harness, jwt, roleFor, runtime, target } from '../../sandbox/resources.ts';
import { type Authorizer, type JsonObject, type RegionContents, type World, world } from '../../sandbox/world.ts';
import { CALLER, LOGISTICS, RETAIL } from '../cli/cli.ts';
import { textFor } from './texts.ts';

/** Many small places: AWS answers each only so fast. */
export const REGIONS = ['us-east-1', 'us-east-2', 'us-west-2', 'eu-west-1', 'ap-southeast-2'] as const;
const PLACES = [RETAIL, LOGISTICS].flatMap((account) => REGIONS.map((region) => ({ account, region })));

/** Of each place: 10 gateways, 4 targets that are servers of their own, 5 runtimes, one harness. */
const [GATEWAYS, SERVERS, RUNTIMES, HARNESSES] = [10, 4, 5, 1] as const;

export const RESOURCES = PLACES.length * (GATEWAYS + SERVERS + RUNTIMES + HARNESSES);

const names = (at: number): string => String(at).padStart(3, '0');

/** Who may call it: every third asks the issuer, whose document a stranger may have changed. */
const authorizerOf = (at: number, discovery: readonly string[]): Authorizer => {
  if (at % 3 === 0) {
    return jwt(discovery[at % discovery.length] ?? '', {
      allowedClients: [textFor(7, at)],
      allowedAudience: [textFor(8, at)],
      allowedScopes: [textFor(9, at)],
    });
  }
  return at % 3 === 1 ? { type: 'NONE' } : { type: 'OTHER', name: textFor(10, at).slice(0, 60) };
};

const details = (at: number): JsonObject => ({
  policyEngineConfiguration: { arn: `arn:aws:x:::${textFor(11, at)}`, mode: textFor(12, at).slice(0, 60) },
  exceptionLevel: textFor(13, at).slice(0, 60),
  protocolConfiguration: { mcp: { supportedVersions: [textFor(14, at)], searchType: textFor(15, at).slice(0, 60) } },
  interceptorConfigurations: [
    { interceptor: { lambda: { arn: `arn:aws:lambda:::${textFor(16, at)}` } }, interceptionPoints: ['REQUEST'] },
  ],
});

const contentsAt = (first: number, discovery: readonly string[]): Partial<RegionContents> => {
  const numbers = (count: number, from: number) => Array.from({ length: count }, (_, at) => first + from + at);
  const servers = numbers(SERVERS, GATEWAYS);
  return {
    gateways: numbers(GATEWAYS, 0).map((at, index) =>
      gateway({
        name: textFor(0, at),
        id: `gateway-${names(at)}-0123456789`.slice(0, 40),
        description: textFor(1, at),
        authorizer: authorizerOf(at, discovery),
        tags: { owner: textFor(2, at), [textFor(3, at)]: 'x' },
        ...(at % 4 === 0 ? { details: details(at) } : {}),
        targets: [
          target({
            name: textFor(4, at),
            id: `TOOLS${names(at)}AB`,
            description: textFor(5, at),
            type: textFor(6, at).slice(0, 60),
            configuration: { mcp: { lambda: { lambdaArn: textFor(5, at) } } },
          }),
          // The first gateways of a place each have a target that is a server of its own.
          ...servers.slice(index, index + 1).map((number) =>
            target({
              name: textFor(4, number),
              id: `SERVE${names(number)}AB`,
              description: textFor(5, number),
              endpoint: `https://tools-${number}.example.com/mcp`,
            }),
          ),
        ],
      }),
    ),
    runtimes: numbers(RUNTIMES, GATEWAYS + SERVERS).map((at) =>
      runtime({
        name: textFor(0, at),
        id: `runtime_${names(at)}-0123456789`,
        description: textFor(1, at),
        serverProtocol: at % 2 === 0 ? 'A2A' : 'MCP',
        tags: { owner: textFor(2, at) },
        environmentVariables: { [textFor(3, at)]: textFor(4, at) },
        endpoints: [endpoint({ name: 'DEFAULT' }), endpoint({ name: textFor(5, at), description: textFor(6, at) })],
        details: { requestHeaderConfiguration: { requestHeaderAllowlist: [textFor(7, at)] } },
      }),
    ),
    harnesses: numbers(HARNESSES, GATEWAYS + SERVERS + RUNTIMES).map((at) =>
      harness({ name: textFor(0, at), id: `harness_${names(at)}-0123456789` }),
    ),
  };
};

/** @param discovery Documents of issuers that authorizers name in turn. */
export const hostileWorld = (discovery: readonly string[]): World => {
  const roles = { AgentCoreSync: roleFor(CALLER), AgentCoreConfirm: confirmRoleFor(CALLER) };
  const each = RESOURCES / PLACES.length;
  const regionsOf = (account: string) =>
    Object.fromEntries(
      PLACES.flatMap((place, index) =>
        place.account === account ? [[place.region, contentsAt(index * each, discovery)] as const] : [],
      ),
    );
  return world({
    accounts: {
      [CALLER]: { name: 'tooling' },
      [RETAIL]: { name: textFor(0, 3), roles, regions: regionsOf(RETAIL) },
      [LOGISTICS]: { name: textFor(0, 31), roles, regions: regionsOf(LOGISTICS) },
    },
  });
};
