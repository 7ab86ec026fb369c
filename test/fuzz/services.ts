/** What reads answers of registries, issuers and servers, and what must hold of it whatever they answer. */
import { deepStrictEqual } from 'node:assert/strict';
import { discoverIssuer } from '../../src/credentials/discovery.ts';
import { requestToken } from '../../src/credentials/grant.ts';
import { findHidden } from '../../src/document/characters.ts';
import { readToolsLock, writeToolsLock } from '../../src/document/tools-lock.ts';
import { SyncError } from '../../src/model/errors.ts';
import { maskForms } from '../../src/net/masks.ts';
import { createMcpGatewayRegistry } from '../../src/registries/mcp-gateway-registry/registry.ts';
import { probeAgent } from '../../src/verify/a2a.ts';
import { type Locked, lockOfCard, lockOfServer } from '../../src/verify/lock-of.ts';
import { probeMcp } from '../../src/verify/mcp.ts';
import {
  type Answer,
  answering,
  answers,
  goodAnswers,
  quickClock,
  recordedAnswers,
  responseOf,
  SECRET,
} from './answers.ts';
import { AWS_TARGETS } from './aws.ts';
import { attempted, checkSilent, must } from './laws.ts';
import type { Target } from './run.ts';
import { corpusOf } from './texts.ts';

/** The call that a path of the registry is about: a list, one of it, or who asks. */
const registryCall = (path: string): string | undefined => {
  const [, api, type = '', name = ''] = /^\/(api)\/(auth|servers|agents)(?:\/([^/?]+)\/?)?(?:\?|$)/.exec(path) ?? [];
  if (api === undefined) return undefined;
  return name === '' ? type : `one of ${type}`.replaceAll(' ', '-');
};

const REGISTRY = ['registry-exchanges', 'registry-exchanges-newest'].flatMap((folder) =>
  recordedAnswers(folder, registryCall),
);
const GOOD_REGISTRY = goodAnswers(REGISTRY);

/** A registry is read whole, or an error of ours says what can't be read; its token is told by nothing. */
const checkRegistry = async (text: string) => {
  const of = answering(text, GOOD_REGISTRY);
  const registry = createMcpGatewayRegistry({
    url: 'https://registry.example.com',
    clock: quickClock(),
    token: async () => SECRET,
    random: () => 0,
    fetch: async (input) => {
      const { pathname, search } = new URL(String(input));
      return responseOf(
        of(registryCall(`${pathname}${search}`) ?? '') ?? {
          call: '',
          status: 404,
          type: 'application/json',
          body: '{}',
        },
      );
    },
  });
  const snapshot = await attempted(() => registry.snapshot());
  const paths = snapshot?.listed.map(({ type, path }) => `${type} ${path}`) ?? [];
  must(new Set(paths).size === paths.length, 'a registration is listed twice');
  for (const type of ['server', 'agent'] as const) await attempted(() => registry.read({ type, path: '/mini' }));
  return { listed: paths.length };
};

const ISSUER = corpusOf('issuer');
const GOOD_ISSUER = goodAnswers(ISSUER);

/** A token comes with a secret sent to the issuer's own endpoint alone; errors tell neither. */
const checkIssuer = async (text: string) => {
  const of = answering(text, GOOD_ISSUER);
  const clock = quickClock();
  const sent: string[] = [];
  const fetch = async (input: unknown, init?: RequestInit): Promise<Response> => {
    const { href, pathname } = new URL(String(input));
    const call = init?.method === 'POST' ? 'token' : 'document';
    if (call === 'token') sent.push(href);
    return responseOf(of(pathname === '' ? '' : call) ?? { call, status: 404, type: 'application/json', body: '{}' });
  };
  const issuer = { issuer: 'https://issuer.example.com', clients: [] };
  const deps = { fetch, clock, retry: { attempts: 2, baseMs: 1, capMs: 1, random: () => 0 } };
  // No secret was sent yet: one that stands in the document is the document's.
  const metadata = await attempted(
    () => discoverIssuer(issuer, deps),
    () => undefined,
  );
  if (metadata === undefined) return {};
  must(new URL(metadata.issuer).href === new URL(issuer.issuer).href, 'another issuer');
  const client = { id: 'a' };
  const proof = { type: 'secret', value: SECRET } as const;
  const masked: string[] = [];
  const issued = await attempted(() =>
    requestToken(
      { issuer, client, metadata, proof, parameters: {} },
      { ...deps, idToken: async () => '', mask: (form) => void masked.push(form) },
    ),
  );
  must(
    sent.every((url) => url === new URL(metadata.tokenEndpoint).href),
    'a secret went elsewhere',
  );
  if (issued === undefined) return {};
  // What is shorter would blank ordinary words, and is no secret.
  must(masked.includes(issued.token) || issued.token.length < 4, 'a token that nobody hides');
  must(/^[\x21-\x7e]+$/.test(issued.token), 'a token that no header can hold');
  must(issued.expiresAt === undefined || issued.expiresAt > issued.obtainedAt, 'a token without a life');
  return { issued: true };
};

const checkLock = (locked: Locked | { readonly refused: string } | undefined): void => {
  if (locked === undefined || 'refused' in locked) return;
  checkSilent(locked.lock);
  const written = writeToolsLock(locked.lock);
  if ('refused' in written) return;
  must(findHidden(written.text) === undefined, 'a lock that hides a character');
  deepStrictEqual(readToolsLock('a.tools.lock.yaml', written.text), { lock: locked.lock });
};

/** Who asks for nothing in so many turns of the process, and so long, waits for an answer that never comes. */
const IDLE = { turns: 300, ms: 40 } as const;

const worldWith = (answer: (url: URL, init: RequestInit | undefined) => Answer | undefined) => {
  const idle = new AbortController();
  let [turns, since, ended] = [0, performance.now(), false];
  const watch = (): void => {
    turns += 1;
    if (turns >= IDLE.turns && performance.now() - since >= IDLE.ms) {
      idle.abort(new SyncError('network', 'timeout', 'no answer came'));
    } else if (!ended) setImmediate(watch);
  };
  setImmediate(watch);
  return {
    end: () => {
      ended = true;
    },
    world: {
      clock: quickClock(),
      signal: idle.signal,
      fetch: async (input: unknown, init?: RequestInit): Promise<Response> => {
        [turns, since] = [0, performance.now()];
        const said = answer(new URL(String(input)), init);
        return responseOf(said ?? { call: '', status: 404, type: 'text/plain', body: '' });
      },
    },
  };
};

const PLACE = {
  url: 'https://tools.example.com/mcp',
  transport: 'streamable-http',
  sign: async () => ({ authorization: `Bearer ${SECRET}` }),
  secrets: maskForms(SECRET),
} as const;

const MCP = corpusOf('mcp');
const GOOD_MCP = goodAnswers(MCP);

/** Asking a server never throws; what it says goes into steps and a lock, without the token that it was sent. */
const checkMcp = async (text: string) => {
  // Loaded before anybody waits.
  await import('@modelcontextprotocol/client');
  const of = answering(text, GOOD_MCP);
  const { world, end } = worldWith((_, init) => {
    const { id, method = '' } = JSON.parse(String(init?.body ?? '{}'));
    if (id === undefined) return { call: '', status: 202, type: 'application/json', body: '' };
    const answer = of(method);
    return answer && { ...answer, body: answer.body.replaceAll('"{{id}}"', JSON.stringify(id)) };
  });
  try {
    const found = await probeMcp(PLACE, world);
    checkSilent(found.steps);
    checkLock(lockOfServer(found, PLACE.secrets));
    return { failed: found.steps.filter(({ state }) => state === 'failed').length, tools: found.tools?.length };
  } finally {
    end();
  }
};

const CARD = corpusOf('card');
const GOOD_CARD = goodAnswers(CARD);

/** As `checkMcp`, of an agent's card. */
const checkCard = async (text: string) => {
  const of = answering(text, GOOD_CARD);
  const { world, end } = worldWith(({ pathname }) => of(pathname.endsWith('agent-card.json') ? 'card' : 'keys'));
  try {
    const registered = { url: 'https://tools.example.com/mcp', skills: ['plan'], below: false };
    const { card, steps } = await probeAgent(registered, PLACE, world);
    checkSilent(steps);
    if (card !== undefined) checkLock(lockOfCard(card, PLACE.secrets));
    return { failed: steps.filter(({ state }) => state === 'failed').length, skills: card?.skills.length };
  } finally {
    end();
  }
};

export const SERVICES: readonly Target[] = [
  ...AWS_TARGETS,
  { name: 'registry', texts: answers(REGISTRY), check: checkRegistry },
  { name: 'issuer', texts: answers(ISSUER), check: checkIssuer },
  { name: 'mcp', texts: answers(MCP), check: checkMcp },
  { name: 'card', texts: answers(CARD), check: checkCard },
];
