import type { AtRegistry, WithOurs } from '../model/at-registry.ts';
import type { FileChange } from '../model/catalogue.ts';
import {
  type ApplyResult,
  type Blocked,
  type Change,
  changePath,
  changeType,
  type FieldChange,
  type Plan,
  reasonText,
} from '../model/plan.ts';
import type { Problem } from '../model/problem.ts';
import type { Refreshed, RefreshResult } from '../model/refresh.ts';
import type { Registration } from '../model/registration.ts';
import { keyText, type ScanResult } from '../model/resource.ts';
import type { Review } from '../model/review.ts';
import type { Locked } from '../model/tools-lock.ts';
import type { VerifyResult } from '../model/verify.ts';
import { sentHeaders } from './changes.ts';
import type { DisabledThere, DisableRecord } from './disable-report.ts';
import { problemJson } from './problem-json.ts';
import { FIGURES, regionFigures, type ScanReport, totalsOf } from './scan-report.ts';
import { tally } from './wording.ts';

/** `result` of list (schemas/output.schema.json, ListResult). */
export const listResult = (scan: ScanResult, locked: Locked) => ({
  resources: scan.sightings.map(({ key, name, status, source }) => {
    const counts = locked(key);
    return {
      ...key,
      name,
      status,
      ...(source === undefined ? {} : { source: source.value }),
      ...(counts === undefined ? {} : { locked: counts }),
    };
  }),
  listings: scan.listings,
});

/** `result` of scan (ScanResult): files without their texts. */
export const scanResult = (report: ScanReport) => {
  const regions = regionFigures(report);
  return {
    dryRun: report.dryRun,
    changes: report.changes.map((change) => ({
      action: change.action,
      path: change.path,
      ...(change.action === 'replace' ? { from: change.from } : {}),
    })),
    held: report.held,
    outOfScope: report.scan.outOfScope.map(keyText),
    counts: { ...totalsOf(regions), seconds: report.seconds },
    regions: regions.map((row) => ({
      account: row.account,
      region: row.region,
      ...Object.fromEntries(FIGURES.map((key) => [key, row[key]])),
      seconds: row.seconds,
    })),
    listings: report.scan.listings,
  };
};

const nullable = <Sides extends { readonly before?: unknown; readonly after?: unknown }>(sides: Sides) => ({
  ...sides,
  before: sides.before ?? null,
  after: sides.after ?? null,
});

/** `review` of validate and plan against a base (ReviewResult). */
export const reviewResult = ({ places, outside, sources, covered }: Review) => ({
  places: places.map(nullable),
  outside: outside.map(nullable),
  sources: sources.map((change) => ({ ...change, fields: change.fields.map(nullable) })),
  tokens: covered.flatMap(({ file, differences }) =>
    differences.map(({ field, before, after }) => nullable({ file, field, before, after })),
  ),
});

/** `result` of validate (ValidateResult). */
export const validateResult = ({ files, review }: { readonly files: number; readonly review?: Review }) => ({
  files,
  ...(review === undefined ? {} : { review: reviewResult(review) }),
});

const fieldResult = (change: FieldChange) => {
  const common = { field: change.field, cause: change.cause, dangerous: change.dangerous === true };
  if ('secret' in change) return { ...common, secret: true };
  const before = change.unseen === true ? { unseen: true } : { before: change.before ?? null };
  return { ...common, ...before, after: change.after ?? null };
};

/** Where a server's requests and credentials go besides its URL; header values are never part of it. */
const destinationsResult = (registration: Registration) => {
  if (registration.type === 'agent') return {};
  const { mcpEndpoint, sseEndpoint, transports, authScheme, authProvider, authHeaderName } = registration;
  return {
    ...(mcpEndpoint === undefined ? {} : { mcpEndpoint }),
    ...(sseEndpoint === undefined ? {} : { sseEndpoint }),
    transports,
    authScheme,
    ...(registration.callers === true ? { tokens: 'caller' as const } : {}),
    ...(authProvider === undefined ? {} : { authProvider }),
    ...(authHeaderName === undefined ? {} : { authHeaderName }),
    headers: sentHeaders(registration),
  };
};

const registrationResult = (registration: Registration) => {
  const { name, url, visibility, groups, enabled, origin } = registration;
  return { name, url, ...destinationsResult(registration), visibility, groups, enabled, ...origin };
};

/** Why, for programs and for people. */
const reasonResult = (change: Extract<Change, { action: 'replace' | 'delete' | 'conflict' }>) => ({
  why: change.why.type,
  reason: reasonText(change),
});

const changeResult = (change: Change) => {
  const common = { action: change.action, type: changeType(change), path: changePath(change) };
  switch (change.action) {
    case 'create':
    case 'unchanged':
      return { ...common, ...registrationResult(change.registration) };
    case 'update':
    case 'replace':
      return {
        ...common,
        ...registrationResult(change.registration),
        adopts: change.adopts === true,
        fields: change.fields.map(fieldResult),
        ...(change.action === 'update' ? { credential: change.credential } : reasonResult(change)),
      };
    case 'delete': {
      const { name, url, enabled, file, endpoint } = change.registered;
      return {
        ...common,
        name,
        url,
        enabled,
        ...(file === undefined ? {} : { file }),
        ...(endpoint === undefined ? {} : { endpoint }),
        protected: change.protected === true,
        ...reasonResult(change),
      };
    }
    case 'conflict':
      return { ...common, ...change.registration.origin, ...reasonResult(change) };
  }
};

const blockedResult = ({ blocked, change, why }: Blocked) => ({
  blocked,
  action: change.action,
  type: changeType(change),
  path: changePath(change),
  ...change.registration.origin,
  why: why.type,
  reason: why.text,
});

/** Each registry with what a run came to there; one that failed as a whole has nothing but its problems. */
const atEach = <Result, Json extends object>(
  registries: readonly AtRegistry<Result>[],
  nothing: Result,
  json: (result: Result) => Json,
) => ({
  registries: registries.map(({ name, type, result, problems }) => ({
    name,
    type,
    state: result === undefined ? ('failed' as const) : ('done' as const),
    ...json(result ?? nothing),
    problems: problems.map(problemJson),
  })),
});

/** What is secret says only that it changes; of headers there are names, and the names of secrets. */
const planJson = (plan: Plan) => {
  const of = tally(plan.changes, ({ action }) => action);
  const count = {
    create: of('create'),
    update: of('update'),
    replace: of('replace'),
    delete: of('delete'),
    unchanged: of('unchanged'),
    conflict: of('conflict'),
  } satisfies Record<Change['action'], number>;
  return {
    counts: count,
    ours: plan.ours,
    changes: plan.changes.map(changeResult),
    blocked: (plan.blocked ?? []).map(blockedResult),
    toConfirm: plan.toConfirm ?? 0,
    ...(plan.unseen === undefined ? {} : { unseen: plan.unseen.places }),
  };
};

/** `result` of plan (PlanResult). */
export const planResult = (registries: readonly AtRegistry<Plan>[]) =>
  atEach(registries, { changes: [], ours: 0, problems: [] }, planJson);

/** `result` of apply (ApplyResult). */
export const applyResult = (registries: readonly AtRegistry<WithOurs<ApplyResult>>[]) =>
  atEach(registries, { outcomes: [], ours: 0, problems: [] }, ({ outcomes, ours }) => {
    const of = tally(outcomes, ({ state }) => state);
    return { counts: { done: of('done'), failed: of('failed'), skipped: of('skipped') }, ours, outcomes };
  });

const timeText = (ms: number): string => new Date(ms).toISOString();

const refreshJson = ({ refreshed, ours }: WithOurs<RefreshResult>) => {
  const of = tally(refreshed, ({ state }) => state);
  const counts = {
    renewed: of('renewed'),
    failed: of('failed'),
    withheld: of('withheld'),
    uncovered: of('uncovered'),
    absent: of('absent'),
  } satisfies Record<Refreshed['state'], number>;
  return {
    counts,
    ours,
    outcomes: refreshed.map(({ obtainedAt, expiresAt, ...one }) => ({
      ...one,
      ...(obtainedAt === undefined ? {} : { obtainedAt: timeText(obtainedAt) }),
      ...(expiresAt === undefined ? {} : { expiresAt: timeText(expiresAt) }),
    })),
  };
};

/** `result` of refresh (RefreshResult): times in UTC, never a token. */
export const refreshResult = (registries: readonly AtRegistry<WithOurs<RefreshResult>>[]) =>
  atEach(registries, { refreshed: [], ours: 0, problems: [] }, refreshJson);

/** `result` of verify (VerifyResult). */
export const verifyResult = ({ verified, registries = [] }: VerifyResult) => ({
  verified,
  ...atEach(registries, [], (health) => ({ health })),
});

/** `result` of disable (DisableResult). */
export const disableResult = (
  registries: readonly AtRegistry<DisabledThere>[],
  told: { readonly paths: readonly string[]; readonly recorded: DisableRecord },
) => ({ ...told, ...atEach(registries, { off: [] }, ({ off }) => ({ off })) });

/** What an import took from one registry, or from files. */
export interface ImportedPart {
  readonly changes: readonly FileChange[];
  readonly secrets: readonly { readonly name: string; readonly path: string; readonly header: string }[];
  readonly problems: readonly Problem[];
}

const importJson = ({ changes, secrets }: ImportedPart) => ({
  changes: changes.map(({ action, path }) => ({ action, path })),
  secrets,
});

/** `result` of import (ImportResult). */
export const importResult = (
  { registries, files }: { readonly registries: readonly AtRegistry<ImportedPart>[]; readonly files?: ImportedPart },
  dryRun: boolean,
) => ({
  dryRun,
  ...atEach(registries, { changes: [], secrets: [], problems: [] }, importJson),
  ...(files === undefined ? {} : { files: importJson(files) }),
});
