import { readFile, writeFile } from 'node:fs/promises';
import { checkIssuers } from '../credentials/check-issuers.ts';
import { manifestGateway, readManifest } from '../credentials/manifest.ts';
import { type Renewed, refreshLoop } from '../credentials/refresh-loop.ts';
import type { Entry } from '../model/catalogue.ts';
import { EXIT, SyncError } from '../model/errors.ts';
import type { Problem } from '../model/problem.ts';
import type { RefreshResult } from '../model/refresh.ts';
import { renderEntry } from '../registry/render.ts';
import { SUMMARY_LIMIT } from '../report/document.ts';
import { problemsText } from '../report/problems-text.ts';
import { refreshMarkdown } from '../report/refresh-markdown.ts';
import { refreshText } from '../report/refresh-text.ts';
import { hasErrors, loadCatalogue } from './catalogue.ts';
import type { CommandContext, CommandResult, RunCommand } from './context.ts';
import { scheduleOf } from './refresh-schedule.ts';
import { type Refreshing, type Wanting, wantingOf, withRefreshing } from './refreshing.ts';

interface Source {
  readonly wanting: Wanting;
  readonly problems: readonly Problem[];
}

/** Entries as the old tool's manifest has them; what stands at the path is known by the ARN that the old tool wrote. */
const fromManifest = async (file: string, { settings }: CommandContext): Promise<Source> => {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new SyncError(
      'catalogue',
      'unreadable',
      `Reading the manifest ${file}: expected a file, met none that can be read.`,
      {
        hint: 'Name it with --manifest, or leave --manifest out: then the entries are read.',
        cause,
      },
    );
  });
  const { entries: read, problems } = readManifest(text, file);
  const entries = read.flatMap((one): Entry[] => {
    const value = manifestGateway(one);
    return value === undefined ? [] : [{ path: value.source.arn, text: '', value }];
  });
  const byArn = new Map(entries.map((entry) => [entry.path, entry]));
  const registrations = entries.flatMap((entry) => renderEntry(entry, settings)).filter((one) => one.type === 'server');
  return {
    problems,
    wanting: {
      registrations,
      entryOf: ({ origin }) => {
        const entry = byArn.get(origin.file);
        if (entry === undefined) throw new Error(`no entry ${origin.file}`);
        return entry;
      },
      isOurs: ({ identity }, listed) => listed.values.get('metadata.gateway_arn') === identity.arn,
    },
  };
};

const readSource = async (context: CommandContext): Promise<Source> => {
  const { manifest } = context.settings.refresh;
  if (manifest !== undefined) return fromManifest(manifest, context);
  const catalogue = await loadCatalogue(context);
  return { wanting: wantingOf(catalogue, context), problems: catalogue.problems };
};

const refreshedResult = (result: RefreshResult, { terminal }: CommandContext): CommandResult => {
  const failed =
    hasErrors(result.problems) || result.refreshed.some(({ state }) => state === 'failed' || state === 'withheld');
  return {
    exitCode: failed ? EXIT.failed : EXIT.done,
    result: { refreshed: result.refreshed },
    problems: result.problems,
    text: refreshText(result, terminal),
    markdown: refreshMarkdown(result, { limit: SUMMARY_LIMIT }),
    outputs: { changes: String(result.refreshed.filter(({ state }) => state === 'renewed').length) },
  };
};

const ifExpiringNote = ({ settings }: CommandContext): Problem[] =>
  settings.refresh.ifExpiring === undefined
    ? []
    : [
        {
          rule: 'token-life-unknown',
          severity: 'notice',
          subject: '--if-expiring',
          text: 'This registry does not tell when the tokens that it holds end: all of them are renewed.',
        },
      ];

const once = async (context: CommandContext, refreshing: Refreshing): Promise<CommandResult> => {
  const { wanting, problems } = await readSource(context);
  const result = await refreshing.renew(wanting);
  const warnings = [
    ...checkIssuers(context.settings.issuers),
    ...ifExpiringNote(context),
    ...(await scheduleOf(result, context)),
  ];
  return refreshedResult({ ...result, problems: [...problems, ...warnings, ...result.problems] }, context);
};

const toRenewed = ({ refreshed }: RefreshResult): readonly Renewed[] =>
  refreshed.map(({ path, state, obtainedAt, expiresAt }) =>
    state === 'renewed' && obtainedAt !== undefined
      ? { path, state: 'done', obtainedAt, ...(expiresAt === undefined ? {} : { expiresAt }) }
      : { path, state: 'failed' },
  );

/** Goes on until the signal; each round is told on standard error, and in the health file. */
const forever = async (context: CommandContext, refreshing: Refreshing): Promise<CommandResult> => {
  const { settings, clock, signal, terminal } = context;
  const { intervalSeconds, healthFile } = settings.refresh;
  let last: RefreshResult = { refreshed: [], problems: [] };
  await refreshLoop({
    clock,
    signal,
    intervalMs: intervalSeconds * 1000,
    random: Math.random,
    paths: async () => (await readSource(context)).wanting.registrations.map(({ path }) => path),
    renew: async (paths) => {
      const { wanting } = await readSource(context);
      const due = new Set(paths);
      last = await refreshing.renew({
        ...wanting,
        registrations: wanting.registrations.filter(({ path }) => due.has(path)),
      });
      terminal.write(refreshText(last, terminal));
      terminal.write(problemsText(last.problems, terminal));
      return toRenewed(last);
    },
    after: async ({ at, renewed, nextMs, error }) => {
      const failed = renewed.filter(({ state }) => state === 'failed').length;
      if (error !== undefined)
        terminal.write(`round failed: ${error instanceof Error ? error.message : 'unknown reason'}\n`);
      if (healthFile === undefined) return;
      const health = {
        at: new Date(at).toISOString(),
        ok: error === undefined,
        renewed: renewed.length - failed,
        failed,
        nextSeconds: Math.round(nextMs / 1000),
      };
      await writeFile(healthFile, `${JSON.stringify(health)}\n`);
    },
  });
  return refreshedResult(last, context);
};

/** Renews the access tokens that the registry needs to call the servers. */
export const refresh: RunCommand = (context) =>
  withRefreshing(context, (refreshing) =>
    context.settings.refresh.loop ? forever(context, refreshing) : once(context, refreshing),
  );
