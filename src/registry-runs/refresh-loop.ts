import { writeAside } from '../catalogue/write-aside.ts';
import { selectedRegistries } from '../config/registry-settings.ts';
import { type Renewed, refreshLoop } from '../credentials/refresh-loop.ts';
import { durationText } from '../credentials/schedule.ts';
import { firstToEnd } from '../engine/tokens/refresh.ts';
import { allProblems, resultsOf } from '../model/at-registry.ts';
import { SyncError } from '../model/errors.ts';
import type { Problem } from '../model/problem.ts';
import type { Refreshed } from '../model/refresh.ts';
import { barePath } from '../model/registry.ts';
import { isFor } from '../registration/narrow.ts';
import { textAt } from '../report/at-registries.ts';
import { problemsText } from '../report/problems-text.ts';
import { refreshReport } from '../report/refresh-report.ts';
import { reportText } from '../report/report.ts';
import type { CommandContext } from '../running/context.ts';
import { judged } from '../running/judging.ts';
import { type Refreshing, renewTokens } from './token-renewal.ts';
import { readWanting, type Wanting } from './token-wanting.ts';

const toRenewed = ({ path, state, obtainedAt, expiresAt }: Refreshed): Renewed =>
  state === 'renewed' && obtainedAt !== undefined
    ? { path: barePath(path), state: 'done', obtainedAt, ...(expiresAt === undefined ? {} : { expiresAt }) }
    : { path: barePath(path), state: 'failed' };

/** A round in which every registry failed as a whole is no round. Throws what the first of them failed with. */
const requireOne = ({ registries }: Refreshing): void => {
  if (registries.some(({ result }) => result !== undefined)) return;
  const [problem] = registries.flatMap(({ problems }) => problems);
  if (problem === undefined) return;
  if (problem.rule === 'unexpected') throw new Error(problem.text);
  const hint = problem.hint === undefined ? {} : { hint: problem.hint };
  throw new SyncError('registry', 'unavailable', problem.text, hint);
};

/** The worse of what became of a path in two registries: it is due again when the first of them needs it. */
const worse = (one: Renewed | undefined, other: Renewed): Renewed => {
  if (one === undefined || one.state === 'failed') return one ?? other;
  if (other.state === 'failed') return other;
  return (other.expiresAt ?? Infinity) < (one.expiresAt ?? Infinity) ? other : one;
};

interface Round extends Pick<Wanting, 'registrations' | 'entryOf'> {
  readonly context: CommandContext;
}

/** What became of each path, whatever the number of its registries. */
const renewedBy = ({ registries }: Refreshing, { registrations, entryOf, context }: Round): readonly Renewed[] => {
  const selected = new Map(selectedRegistries(context.settings).map((one) => [one.name, one]));
  const all = registries.flatMap(({ name, result }): Renewed[] => {
    if (result !== undefined) return result.refreshed.map(toRenewed);
    const registry = selected.get(name);
    const lost = registry === undefined ? [] : registrations.filter(isFor(registry, entryOf));
    return lost.map(({ path }) => ({ path: barePath(path), state: 'failed' }));
  });
  const byPath = new Map<string, Renewed>();
  for (const one of all) byPath.set(one.path, worse(byPath.get(one.path), one));
  return [...byPath.values()];
};

/** Why a whole round failed: the text of an error that this tool made; of others nothing is known to be harmless. */
const roundProblem = (error: unknown): Problem => {
  const known = error instanceof SyncError ? error : undefined;
  return {
    rule: known === undefined ? 'unexpected' : 'command-failed',
    severity: 'error',
    subject: 'round',
    text: known?.message ?? 'The round failed for an unforeseen reason.',
    ...(known?.hint === undefined ? {} : { hint: known.hint }),
  };
};

interface Health {
  readonly at: number;
  readonly nextMs: number;
  readonly renewed: readonly Renewed[];
  readonly failed: boolean;
  /** Paths of which the round found that no client covers them. */
  readonly uncovered: ReadonlySet<string>;
}

/** A probe reads a whole file or the one before. */
const writeHealth = (file: string, { at, nextMs, renewed, failed, uncovered }: Health): void => {
  const done = renewed.filter(({ state }) => state === 'done').length;
  const without = renewed.filter(({ path }) => uncovered.has(path)).length;
  const lost = renewed.length - done - without;
  const health = {
    at: new Date(at).toISOString(),
    // Where nothing has a client, nothing that this is for was done.
    ok: !failed && lost === 0 && (without === 0 || done > 0),
    renewed: done,
    failed: lost,
    uncovered: without,
    nextSeconds: Math.round(nextMs / 1000),
  };
  writeAside(file, `${JSON.stringify(health)}\n`);
};

/**
 * Renews tokens until the signal, each at three quarters of its life; each round is told on standard error, and in the
 * health file. Gives what the last round that renewed something came to.
 */
export const keepRefreshing = async (context: CommandContext): Promise<Refreshing> => {
  const { settings, clock, signal, terminal } = context;
  const { intervalSeconds, healthFile } = settings.refresh;
  let last: Refreshing = { registries: [], problems: [] };
  let wanting: Wanting | undefined;
  /** When the tokens end that were sent so far, by path. */
  const ends = new Map<string, number>();
  const tell = (problems: readonly Problem[]): void =>
    terminal.write(problemsText(judged(problems, context), terminal));
  await refreshLoop({
    clock,
    signal,
    intervalMs: intervalSeconds * 1000,
    random: Math.random,
    paths: async () => {
      wanting = await readWanting(context);
      tell(wanting.problems);
      return wanting.registrations.map(({ path }) => barePath(path));
    },
    renew: async (paths) => {
      const due = new Set(paths);
      if (wanting === undefined || due.size === 0) return [];
      const registrations = firstToEnd(
        wanting.registrations.filter(({ path }) => due.has(barePath(path))),
        ends,
      );
      last = await renewTokens(context, { ...wanting, registrations });
      requireOne(last);
      const renewed = renewedBy(last, { registrations, entryOf: wanting.entryOf, context });
      for (const one of renewed)
        if (one.state === 'done' && one.expiresAt !== undefined) ends.set(one.path, one.expiresAt);
      terminal.write(textAt(last, terminal, (result) => reportText(refreshReport(result), terminal)));
      tell(allProblems(last));
      return renewed;
    },
    after: async ({ at, renewed, nextMs, error }) => {
      if (error !== undefined && !signal.aborted) tell([roundProblem(error)]);
      if (!signal.aborted) terminal.write(`${new Date(at).toISOString()} Next round in ${durationText(nextMs)}.\n`);
      if (healthFile !== undefined) {
        const uncovered = new Set(
          resultsOf(last.registries)
            .flatMap(({ refreshed }) => refreshed)
            .filter(({ state }) => state === 'uncovered')
            .map(({ path }) => barePath(path)),
        );
        writeHealth(healthFile, { at, nextMs, renewed, failed: error !== undefined, uncovered });
      }
    },
  });
  return last;
};
