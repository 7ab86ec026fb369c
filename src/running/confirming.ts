import { locationOf } from '../catalogue/layout.ts';
import type { Confirming } from '../discovery/confirm-places.ts';
import { confirmedIssuer } from '../kinds/table.ts';
import type { Entry } from '../model/catalogue.ts';
import type { Claim, ConfirmPlaces } from '../model/confirmation.ts';
import type { Registration } from '../model/registration.ts';
import { gatewayOf } from '../model/through.ts';
import type { CommandContext } from './context.ts';
import { hasLocalRegistry } from './guarding.ts';
import { showProgress } from './progress.ts';

/** What a registration's entry says of an AWS resource; undefined where people wrote it by hand. */
const claimOf = ({ path, value }: Entry): Claim | undefined => {
  if (!('source' in value)) return undefined;
  // What is reached through a gateway is where that gateway is, and its targets lead.
  const through = gatewayOf(value);
  const placed = through === undefined ? { path, value } : { path: through.file, value: through.entry };
  const location = locationOf(placed.path);
  if (location.type !== 'scanned') return undefined;
  const { arn, url } = placed.value.source;
  const discoveryUrl = confirmedIssuer(placed.value);
  return {
    file: path,
    key: location.key,
    arn,
    url,
    ...(discoveryUrl === undefined ? {} : { discoveryUrl }),
    ...(through === undefined ? {} : { leads: [...through.leads.values()] }),
  };
};

const open = async (context: CommandContext, idToken: (audience: string) => Promise<string>): Promise<Confirming> => {
  const { settings, environment, clock, signal, actions } = context;
  const { openConfirming } = await import('../discovery/confirm-places.ts');
  return openConfirming(settings.aws, {
    clock,
    environment,
    run: context.run,
    idToken,
    person: !actions,
    emulator: hasLocalRegistry(settings),
    signal,
    onProgress: actions ? showProgress(context) : () => undefined,
    ...context.requests?.('aws'),
  });
};

export interface ConfirmWorld {
  readonly entryOf: (registration: Registration) => Entry;
  /** Requests a fresh OIDC token of the job. */
  readonly idToken: (audience: string) => Promise<string>;
}

/**
 * Hands on what asks AWS about places, for the length of `work`; AWS's clients are loaded when something is first asked.
 * Nobody is asked about what people wrote by hand, nor with `confirmBy: review`: there the reviewers' word counts.
 */
export const withConfirming = async <Result>(
  context: CommandContext,
  { entryOf, idToken }: ConfirmWorld,
  work: (confirm: ConfirmPlaces) => Promise<Result>,
): Promise<Result> => {
  let opened: Promise<Confirming> | undefined;
  /** Who was asked about a file, and answers: a second registry asks about what the first did not. */
  const answers = new Map<string, Promise<ReturnType<Confirming['ask']>>>();
  const confirm: ConfirmPlaces = (registrations) => {
    if (context.settings.confirmBy === 'review') return async () => ({ type: 'confirmed' });
    const claims = new Map(
      registrations.flatMap((registration) => {
        const claim = claimOf(entryOf(registration));
        return claim === undefined || answers.has(claim.file) ? [] : [[claim.file, claim] as const];
      }),
    );
    if (claims.size > 0) {
      context.work?.({ type: 'phase', text: `asking AWS about ${claims.size} places` });
      opened ??= open(context, idToken);
      const asked = opened.then(({ ask }) => ask([...claims.values()]));
      asked.catch(() => undefined);
      for (const file of claims.keys()) answers.set(file, asked);
    }
    return async (registration) => {
      const claim = claimOf(entryOf(registration));
      if (claim === undefined) return { type: 'confirmed' };
      const asked = answers.get(claim.file);
      if (asked === undefined) throw new Error(`Nobody asked AWS about ${claim.file}.`);
      return (await asked)(claim.file);
    };
  };
  try {
    return await work(confirm);
  } finally {
    await opened?.then(
      ({ close }) => close(),
      () => undefined,
    );
  }
};
