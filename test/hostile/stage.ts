/** A repository, AWS, a registry, an issuer and servers, in each of which a stranger has written what he could. */
import { onTestFinished } from 'vitest';
import { startAgent } from '../../sandbox/a2a/server.ts';
import { startHostileIssuers } from '../../sandbox/issuer/hostile.ts';
import { startMcp } from '../../sandbox/mcp/server.ts';
import type { Fault } from '../../sandbox/registry/registry.ts';
import { LOGISTICS, RETAIL } from '../cli/cli.ts';
import { issuerFor, secretOf, variableOf } from '../cli/issuers.ts';
import { type Stage, startStage } from '../main/request-stage.ts';
import { MARK, TEXTS, textFor } from './texts.ts';
import { hostileWorld, REGIONS } from './world.ts';

const server = (name: string, url: string, more = ''): string =>
  `kind: server\nregistration:\n  path: /${name}/\n  name: ${name}\n  url: ${url}/mcp\n${more}`;

/** Who owns the entries of an account. */
export const OWNER = '@acme/retail';

/** A catalogue's configuration: two registries, one of them a site; a client of an honest issuer, and one of a hostile one. */
const configurationOf = (registry: string, issuers: readonly [string, string], origin: string): string => `\
owner: test-catalogue
aws: { accounts: ["${RETAIL}", "${LOGISTICS}"], regions: [${REGIONS.join(', ')}] }
scan: { targets: mcp, harnesses: true, endpoints: true }
defaults: { visibility: public }
owners: { "${RETAIL}": ["${OWNER}"] }
registries:
  main: { type: mcp-gateway-registry, url: "${registry}" }
  site: { type: static, namespace: com.example, title: Our servers, expose: [owners, accounts] }
issuers:
  - issuer: ${issuers[0]}
    clients: [{ id: retail, for: ["${RETAIL}/*"], urls: ["${origin}"] }]
  - issuer: ${issuers[1]}
    clients: [{ id: logistics, for: ["${LOGISTICS}/*"] }]
`;

const tools = TEXTS.slice(0, 60).map((_, at) => ({
  name: textFor(0, at),
  title: textFor(1, at),
  description: textFor(2, at),
  inputSchema: {
    type: 'object',
    properties: { [textFor(3, at)]: { type: 'string', description: textFor(4, at) } },
    required: [textFor(3, at)],
  },
}));

/** Servers that lie in their lists, refuse with a stranger's words, or answer with a page; and an agent with such a card. */
const startServers = async (accepts: (token: string) => boolean) => {
  const content = { tools, prompts: tools.slice(0, 5), instructions: TEXTS.join('\n') };
  const talking = await startMcp({ content });
  const guarded = await startMcp({ content, accepts });
  const refusing = await startMcp({
    answer: (response) => {
      const said = encodeURI(`<script>${MARK}</script> @acme ::error::x`);
      response.writeHead(401, {
        'www-authenticate': `Bearer error="${said}", resource_metadata="https://evil.example"`,
      });
      response.end(JSON.stringify({ message: TEXTS.join(' ') }));
    },
  });
  const paging = await startMcp({
    answer: (response) => {
      response.writeHead(500, { 'content-type': 'text/html' });
      response.end(`<html>${TEXTS.join('\n')}</html>`);
    },
  });
  const agent = await startAgent({
    card: (origin) => ({
      name: textFor(0, 5),
      description: textFor(0, 27),
      url: origin,
      version: textFor(0, 41),
      capabilities: {},
      defaultInputModes: ['text'],
      defaultOutputModes: ['text'],
      skills: tools.map(({ name, description }) => ({ id: name, name, description, tags: [name] })),
    }),
  });
  onTestFinished(async () => {
    for (const one of [talking, guarded, refusing, paging, agent]) await one.close();
  });
  return { talking, guarded, refusing, paging, agent };
};

const KIND_AGENT =
  'kind: agent\nregistration:\n  path: /hostile-agent\n  name: hostile-agent\n  protocol: a2a\n  url: ';

const SAID = JSON.stringify({ detail: TEXTS.slice(0, 40).join(' ') });

/** A registry that refuses some registrations in a stranger's words. */
export const REGISTRY_SAYS: readonly Fault[] = [
  { method: 'POST', nth: 3, fault: { kind: 'answer', status: 422, body: SAID } },
  { method: 'POST', nth: 9, fault: { kind: 'answer', status: 400, body: `<html>${SAID}</html>`, type: 'html' } },
];

/** All of it, started; the default branch holds the configuration and entries for the servers. */
export const startHostile = async () => {
  const hostile = await startHostileIssuers();
  onTestFinished(() => hostile.close());
  const issuer = await issuerFor(['retail']);
  const tokens = new Set<string>();
  const { talking, guarded, refusing, paging, agent } = await startServers((token) => tokens.add(token).size > 0);
  const refused = hostile.issuer('refusal-controls');
  const stage = await startStage({
    world: hostileWorld([issuer.discoveryUrl, `${refused}/.well-known/openid-configuration`]),
  });
  const environment = { [variableOf('retail')]: secretOf('retail'), [variableOf('logistics')]: secretOf('logistics') };
  // What widens trust counts where it came alone.
  stage.github.people.commit('main', {
    'agentcore-sync.yaml': configurationOf(stage.bench.registry.url, [issuer.issuer, refused], guarded.origin),
  });
  stage.github.people.commit('main', {
    'servers/manual/talking.yaml': server('talking', talking.origin),
    'servers/manual/guarded.yaml': server('guarded', guarded.origin, '  authScheme: bearer\n'),
    'servers/manual/refusing.yaml': server('refusing', refusing.origin),
    'servers/manual/paging.yaml': server('paging', paging.origin),
    'servers/manual/agent.yaml': `${KIND_AGENT}${agent.origin}\n`,
  });
  stage.checkout();
  const { bench } = stage;
  bench.registry.seed({
    servers: TEXTS.slice(0, 20).map((text, at) => ({
      path: `/strange-${at}/`,
      fields: { server_name: text, description: text, tags: [text], metadata: { owner: text } },
    })),
  });
  return {
    stage,
    tokens,
    /** The command line, as a person runs it in the checkout. */
    line: (words: string) => bench.step(words, { environment }),
    step: (inputs: Parameters<Stage['step']>[0]) => stage.step(inputs, environment),
  };
};

export type Hostile = Awaited<ReturnType<typeof startHostile>>;

export const VERIFIED = '/talking/ /guarded/ /refusing/ /paging/ /hostile-agent';
