import type { AtRegistry } from '../model/at-registry.ts';
import { isSyncError, SyncError } from '../model/errors.ts';
import type { Problem } from '../model/problem.ts';
import type { RegistryHealth } from '../model/registry.ts';
import type { HealthThere, Verified } from '../model/verify.ts';
import { createTimeLimits } from '../net/time-limit.ts';
import type { CommandContext } from '../running/context.ts';
import type { Credentials } from '../running/credentials.ts';
import { registriesOf } from '../running/each-registry.ts';
import { withConnections } from '../running/registry-access.ts';

/** What each registry says of how its servers are; those without an answer have a problem. */
export type RegistriesHealth = readonly AtRegistry<readonly RegistryHealth[]>[];

/** Milliseconds for one registry: nobody waits longer for what is only shown beside. */
const LONGEST_MS = 30_000;

const unanswered = (name: string, error: SyncError): Problem => ({
  rule: 'registry-health',
  severity: 'notice',
  subject: name,
  text: `The registry does not say how its servers are: ${error.message}.`,
  ...(error.hint === undefined ? {} : { hint: error.hint }),
});

/** There is no token for the registry here: verify needs none. */
const isWithoutToken = (error: SyncError): boolean =>
  isSyncError(error, 'token') ||
  (isSyncError(error, 'registry') && error.code === 'unauthorized' && error.status === undefined);

/**
 * Asks every registry that looks at its servers itself what it met, where its token is at hand. It changes nothing, fails
 * nothing, and delays no run for longer than its own time.
 */
export const readRegistriesHealth = (context: CommandContext, credentials: Credentials): Promise<RegistriesHealth> => {
  const limits = createTimeLimits(LONGEST_MS, context.clock, context.signal);
  return withConnections(context, { credentials }, async (open) => {
    const asked = await Promise.all(
      registriesOf(context).map(async ({ result: settings, ...one }): Promise<RegistriesHealth> => {
        if (settings === undefined) return [];
        try {
          const { health } = await open(settings);
          if (health === undefined) return [];
          const late = () =>
            new SyncError('network', 'timeout', `expected an answer within ${LONGEST_MS / 1000} s, met none`);
          return [{ ...one, result: await limits.run((signal) => health(signal), late) }];
        } catch (error) {
          if (!(error instanceof SyncError)) {
            if (context.signal.aborted) return [];
            throw error;
          }
          return isWithoutToken(error) ? [] : [{ ...one, problems: [unanswered(one.name, error)] }];
        }
      }),
    );
    return asked.flat();
  });
};

const bare = (path: string): string => path.replace(/\/$/, '');

const ANSWERS: Readonly<Partial<Record<Verified['state'], boolean>>> = {
  ok: true,
  changed: true,
  refused: false,
  unreachable: false,
};

/** Whether a registry's words say that it answers there; undefined where they say something else. */
const answersThere = (status: string): boolean | undefined =>
  /^healthy\b/i.test(status) ? true : /^unhealthy\b/i.test(status) ? false : undefined;

const differing = ({ path, file }: Verified, { status, checked }: RegistryHealth, name: string): Problem => ({
  rule: 'registry-health',
  severity: 'notice',
  place: { file },
  subject: path,
  text: `The registry ${name} says ${status}${checked === undefined ? '' : ` (at ${checked})`}; verify met something else.`,
  hint: 'Both may be right: the registry asks from its own network, and with the credential that it holds.',
});

/** What registries say of those that were asked in this run, and where it differs from what the run met. */
export const besideHealth = (
  verified: readonly Verified[],
  registries: RegistriesHealth,
): readonly AtRegistry<readonly HealthThere[]>[] => {
  const byPath = new Map(verified.map((one) => [`${one.type} ${bare(one.path)}`, one]));
  return registries.map(({ result, ...one }) => {
    if (result === undefined) return one;
    const met = result.flatMap((health) => {
      const own = byPath.get(`${health.type} ${bare(health.path)}`);
      if (own === undefined) return [];
      const [here, there] = [ANSWERS[own.state], answersThere(health.status)];
      const differs = here !== undefined && there !== undefined && here !== there;
      return [{ own, there: { ...health, path: own.path, differs } }];
    });
    const problems = met.flatMap(({ own, there }) => (there.differs ? [differing(own, there, one.name)] : []));
    return { ...one, result: met.map(({ there }) => there), problems: [...one.problems, ...problems] };
  });
};
