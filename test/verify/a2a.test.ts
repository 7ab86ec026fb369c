import { describe, expect, test } from 'vitest';
import { type AgentOptions, startAgent } from '../../sandbox/a2a/server.ts';
import { probeAgent } from '../../src/verify/a2a.ts';
import { keep, placeOf, TOKEN, worldOf } from './support.ts';

const SKILL = { id: 'plan', name: 'Plan', description: 'Plans a route.', tags: [] };

const common = {
  name: 'planner',
  description: 'Plans.',
  version: '1.2.0',
  capabilities: {},
  defaultInputModes: ['text/plain'],
  defaultOutputModes: ['text/plain'],
  skills: [SKILL],
};

const CARDS = {
  '0.3': (origin: string) => ({ ...common, protocolVersion: '0.3.0', url: `${origin}/a2a` }),
  '1.0': (origin: string) => ({
    ...common,
    supportedInterfaces: [{ url: `${origin}/a2a`, protocolBinding: 'JSONRPC', protocolVersion: '1.0' }],
  }),
} as const;

const agentOf = async (options: Partial<AgentOptions> = {}) =>
  keep(await startAgent({ card: CARDS['1.0'], accepts: (token) => token === TOKEN, ...options }));

const probe = (origin: string, more: { readonly skills?: readonly string[]; readonly below?: boolean } = {}) => {
  const url = `${origin}/a2a`;
  return probeAgent({ url, skills: more.skills ?? ['plan'], below: more.below ?? false }, placeOf(url), worldOf());
};

const outcomes = ({ steps }: Awaited<ReturnType<typeof probe>>) =>
  Object.fromEntries(steps.map(({ step, state, text }) => [step, text === undefined ? state : `${state}: ${text}`]));

describe('a card', () => {
  test.each(['0.3', '1.0'] as const)('of A2A %s is read and compared', async (version) => {
    const agent = await agentOf({ card: CARDS[version] });
    const found = await probe(agent.origin);
    expect(outcomes(found)).toEqual({
      card: 'ok',
      'card-url': 'ok',
      'card-skills': 'ok',
      'card-signature': 'skipped: the card is not signed',
    });
    expect(found.card).toMatchObject({ name: 'planner', urls: [`${agent.origin}/a2a`], skills: [SKILL] });
    expect(agent.requests).toEqual([{ path: '/.well-known/agent-card.json', token: TOKEN }]);
  });

  test('never brings the token that it was asked for with into what is shown', async () => {
    const said = { url: `https://${TOKEN}.example.com/${TOKEN}`, skills: [{ ...SKILL, id: TOKEN }] };
    const plain = await agentOf({ card: (origin) => ({ ...CARDS['0.3'](origin), ...said }) });
    const signed = await agentOf({ signed: 'own', keysAt: said.url });
    for (const { origin } of [plain, signed]) {
      const { steps } = await probe(origin);
      expect(steps.some(({ state }) => state === 'failed')).toBe(true);
      expect(JSON.stringify(steps)).not.toContain(TOKEN);
    }
  });

  test('lies below the URL where AgentCore serves it, or where nothing is at the root', async () => {
    const path = '/a2a/.well-known/agent-card.json';
    const agent = await agentOf({ path });
    expect(outcomes(await probe(agent.origin))).toMatchObject({ card: 'ok' });
    expect(outcomes(await probe(agent.origin, { below: true }))).toMatchObject({ card: 'ok' });
    expect(agent.requests.map((one) => one.path)).toEqual(['/.well-known/agent-card.json', path, path]);
  });

  test.each([
    ['is none', () => ({}), 'failed: the card lacks, or has in another form: name, description, version'],
    ['has another form', (origin: string) => ({ ...CARDS['0.3'](origin), skills: [{ id: 1 }] }), 'form: skills'],
    ['names no place', () => common, 'supportedInterfaces or url'],
  ] as const)('that %s', async (_, card, text) => {
    const agent = await agentOf({ card });
    expect(outcomes(await probe(agent.origin))).toEqual({ card: expect.stringContaining(text) });
  });

  test('that is stale', async () => {
    const agent = await agentOf({
      card: () => ({ ...CARDS['1.0']('https://old.example.com'), skills: [{ ...SKILL, id: 'guess' }] }),
    });
    expect(outcomes(await probe(agent.origin))).toMatchObject({
      card: 'ok',
      'card-url':
        'failed: the card says that it is called at https://old.example.com/a2a, not at the URL of the registration',
      'card-skills': 'failed: of the skills that are registered the card lacks plan, and has guess besides',
    });
  });

  test('that the token does not open', async () => {
    const agent = await agentOf({ accepts: () => false });
    expect(await probe(agent.origin)).toMatchObject({ steps: [{ step: 'card', layer: 'unauthorized' }] });
  });

  test('that is nowhere', async () => {
    const agent = await agentOf({ path: '/elsewhere.json' });
    const { steps } = await probe(agent.origin);
    expect(steps).toMatchObject([{ layer: 'path', text: expect.stringContaining('there is no card at /.well-known') }]);
  });
});

describe('a signature', () => {
  test("of the agent's own key is good", async () => {
    const agent = await agentOf({ signed: 'own' });
    expect(outcomes(await probe(agent.origin))).toMatchObject({ 'card-signature': 'ok' });
    // Keys are public: they are asked for without a credential.
    expect(agent.requests.at(-1)).toEqual({ path: '/.well-known/jwks.json' });
  });

  const BAD = "failed: the card's signature is not of the card and the agent's own key";

  test('of another key is none', async () => {
    const agent = await agentOf({ signed: 'forged' });
    expect(outcomes(await probe(agent.origin))).toMatchObject({ 'card-signature': BAD });
  });

  test('of an earlier card is none', async () => {
    const agent = await agentOf({ signed: 'own' });
    agent.show({ ...CARDS['1.0'](agent.origin), description: 'Plans, and more.' });
    expect(outcomes(await probe(agent.origin))).toMatchObject({ 'card-signature': BAD });
  });

  test('with keys of another origin proves nothing, and they are not asked for', async () => {
    const stranger = await agentOf({ signed: 'own' });
    const agent = await agentOf({ signed: 'forged', keysAt: `${stranger.origin}/.well-known/jwks.json` });
    expect(outcomes(await probe(agent.origin))).toMatchObject({
      'card-signature': `failed: the card is signed with keys of another origin, ${stranger.origin}`,
    });
    expect(stranger.requests).toEqual([]);
  });
});
