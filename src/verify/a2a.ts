import type { VerifyStep } from '../model/verify.ts';
import { cleaned } from '../net/masks.ts';
import { type AgentCard, readAgentCard } from './agent-card.ts';
import { checkSignatures } from './card-signature.ts';
import { exchangeWith, nothingMet } from './exchange.ts';
import { failureOf } from './failures.ts';
import { type ProbePlace, type ProbeWorld, runStep, StepError, skipStep } from './world.ts';

/** What an agent's registration says, which its card is compared with. */
export interface RegisteredAgent {
  readonly url: string;
  /** Ids. */
  readonly skills: readonly string[];
  /** The card lies below the URL itself, as AgentCore serves it; else at the root of its host, or there. */
  readonly below: boolean;
}

export interface AgentFound {
  readonly card?: AgentCard;
  readonly steps: readonly VerifyStep[];
}

const CARD = '/.well-known/agent-card.json';

/** Where a card may be, in this order. https://a2a-protocol.org */
const cardPlaces = ({ url, below }: Pick<RegisteredAgent, 'url' | 'below'>): readonly string[] => {
  const place = new URL(url);
  if (place.pathname.endsWith(CARD)) return [place.href];
  const under = new URL(place);
  under.pathname = `${place.pathname.replace(/\/$/, '')}${CARD}`;
  const root = new URL(CARD, place.origin);
  return [...new Set(below ? [under.href] : [root.href, under.href])];
};

const readCard = async (
  registered: RegisteredAgent,
  place: ProbePlace,
  ask: (url: string) => Promise<Response>,
): Promise<AgentCard> => {
  for (const url of cardPlaces(registered)) {
    const response = await ask(url);
    if (response.status === 404) {
      await response.body?.cancel();
      continue;
    }
    if (response.status !== 200) {
      await response.body?.cancel();
      throw new Error('refused');
    }
    const text = await response.text();
    try {
      return readAgentCard(JSON.parse(text));
    } catch (error) {
      if (error instanceof StepError) throw error;
      throw new StepError('card', `${cleaned(url, 200, place.secrets)} holds no JSON`);
    }
  }
  throw new StepError(
    'path',
    `there is no card at ${cardPlaces(registered)
      .map((url) => new URL(url).pathname)
      .join(' or ')}`,
  );
};

const bare = (url: string): string => url.replace(/\/$/, '');

const compareUrls = (card: AgentCard, { url }: RegisteredAgent, secrets: readonly string[]): void => {
  if (card.urls.some((one) => bare(one) === bare(url))) return;
  const met = cleaned(card.urls.join(', '), 200, secrets);
  throw new StepError('card', `the card says that it is called at ${met}, not at the URL of the registration`);
};

const compareSkills = (card: AgentCard, { skills }: RegisteredAgent, secrets: readonly string[]): void => {
  const met = card.skills.map(({ id }) => `${id}`);
  const lacking = skills.filter((id) => !met.includes(id));
  const more = met.filter((id) => !skills.includes(id));
  if (lacking.length === 0 && more.length === 0) return;
  const parts = [
    ...(lacking.length === 0 ? [] : [`lacks ${cleaned(lacking.join(', '), 200, secrets)}`]),
    ...(more.length === 0 ? [] : [`has ${cleaned(more.join(', '), 200, secrets)} besides`]),
  ];
  throw new StepError('card', `of the skills that are registered the card ${parts.join(', and ')}`);
};

/**
 * Reads an agent's card and compares it with its registration: form, URL, skills, and, where it is signed, the signature.
 * Never rejects: what fails is told step by step.
 */
export const probeAgent = async (
  registered: RegisteredAgent,
  place: ProbePlace,
  world: ProbeWorld,
): Promise<AgentFound> => {
  const steps: VerifyStep[] = [];
  const met = nothingMet();
  const { clock, signal } = world;
  // Cards are asked for with the credential, keys without it.
  const fetch = exchangeWith({ ...place, transport: 'sse' }, world.fetch, met);
  const ask = (url: string): Promise<Response> => fetch(url, { headers: { accept: 'application/json' }, signal });
  const failure = (error: unknown) => failureOf(error, place, { met, fetch: world.fetch });
  const common = { clock, signal, failure };
  const card = await runStep('card', steps, { ...common, work: () => readCard(registered, place, ask) });
  if (card === undefined) return { steps };
  await runStep('card-url', steps, { ...common, work: async () => compareUrls(card, registered, place.secrets) });
  if (registered.skills.length === 0) skipStep('card-skills', steps, 'none are registered');
  else
    await runStep('card-skills', steps, {
      ...common,
      work: async () => compareSkills(card, registered, place.secrets),
    });
  if (card.signatures.length === 0) skipStep('card-signature', steps, 'the card is not signed');
  else {
    const origins = new Set([new URL(registered.url).origin]);
    const work = () => checkSignatures(card, { fetch: world.fetch, origins, secrets: place.secrets });
    await runStep('card-signature', steps, { ...common, work });
  }
  return { card, steps };
};
