import { SyncError } from '../../model/errors.ts';
import { isObject } from '../../model/json.ts';
import type { Change, TakenAway } from '../../model/plan.ts';
import type { Problem } from '../../model/problem.ts';
import type { RefusalReason } from '../../model/reasons.ts';
import type { Registration } from '../../model/registration.ts';
import { type Address, pathKey, type RegistryTraits, type Shaped, type Snapshot } from '../../model/registry.ts';
import { serverLines } from './allow-lists.ts';
import { isShown, type SiteEntry, siteEntryOf, takenBySite } from './entry.ts';
import { FIELD_TABLE } from './fields.ts';
import { registryName } from './names.ts';
import type { SiteState } from './record.ts';
import { refusedBecause, serverJson } from './server-json.ts';
import type { AllowEntry, SiteSettings } from './site-settings.ts';
import { type LeftOut, leftOut, leftOutNotes } from './visible.ts';

/** What becomes of one registration. */
type Judged = { readonly registration: Registration } & (
  | { readonly state: 'taken' }
  | { readonly state: 'left-out'; readonly reason: LeftOut }
  | { readonly state: 'refused'; readonly why: RefusalReason }
);

const judge = (registration: Registration, settings: SiteSettings): Judged => {
  const entry = siteEntryOf(registration);
  const reason = leftOut(entry, settings);
  if (reason !== undefined) return { registration, state: 'left-out', reason };
  if (entry.type === 'agent') return { registration, state: 'taken' };
  const why = refusedBecause(serverJson(entry, '1.0.0', settings));
  if (why !== undefined) return { registration, state: 'refused', why };
  return { registration, state: 'taken' };
};

/** Two paths can come to one name, which clients and file systems tell apart by more than case: the first keeps it. */
const withoutTwins = (judged: readonly Judged[], { namespace }: SiteSettings): readonly Judged[] => {
  const names = new Set<string>();
  return judged.map((one): Judged => {
    if (one.state !== 'taken') return one;
    const { type, path } = one.registration;
    const name = registryName(namespace, path);
    const key = `${type} ${name.toLowerCase()}`;
    const taken = names.has(key);
    names.add(key);
    return !taken ? one : { registration: one.registration, state: 'refused', why: 'client-name-taken' };
  });
};

const notice = (rule: Problem['rule'], subject: string, text: string, hint?: string): Problem => ({
  rule,
  severity: 'warning',
  subject,
  text,
  ...(hint === undefined ? {} : { hint }),
});

/** Names are what editors know servers by: another namespace is another name for each. */
const renamed = ({ settings, state }: SiteOwn): readonly Problem[] => {
  const count = state?.records.filter(({ entry, shown }) => entry.type === 'server' && shown).length ?? 0;
  if (state?.namespace === undefined || state.namespace === settings.namespace || count === 0) return [];
  return [
    notice(
      'site-renamed',
      'namespace',
      `The namespace was ${state.namespace} and is ${settings.namespace}: ${count === 1 ? 'one server gets another name' : `${count} servers get other names`}, and ${count === 1 ? 'its old one is' : 'their old ones are'} shown as deleted.`,
      `Editors that installed them by the old names lose them. Set namespace back to ${state.namespace} where that is not meant.`,
    ),
  ];
};

/** What is lost or not there, said once for all. */
const problemsOf = (judged: readonly Judged[], settings: SiteSettings): readonly Problem[] => {
  const reasons = judged.flatMap((one) => (one.state === 'left-out' ? [one.reason] : []));
  const names = settings.allow.names
    ? [
        notice(
          'site-allow-names',
          'allow.names',
          'The allow lists hold names too: whoever adds a server chooses its name, so that a name keeps nobody out.',
          'Leave allow.names out where the lists are to keep something out.',
        ),
      ]
    : [];
  return [...leftOutNotes(reasons).map(({ text, hint }) => notice('site-left-out', 'site', text, hint)), ...names];
};

/** What only this kind reads of a snapshot. */
export interface SiteOwn {
  readonly settings: SiteSettings;
  /** What is there now; absent where nobody looked. */
  readonly state?: SiteState;
}

const isOwn = (own: unknown): own is SiteOwn => isObject(own) && isObject(own['settings']);

/** Snapshots of this kind are made in this folder alone. */
const ownOf = ({ own }: Pick<Snapshot, 'own'>): SiteOwn => {
  if (isOwn(own)) return own;
  throw new SyncError('registry', 'malformed', 'read what a site knows of itself: another kind made this snapshot');
};

const shape = (wanted: readonly Registration[], snapshot: Snapshot): Shaped => {
  const own = ownOf(snapshot);
  const { settings } = own;
  const judged = withoutTwins(
    wanted.map((registration) => judge(registration, settings)),
    settings,
  );
  return {
    wanted: judged.flatMap((one) =>
      one.state === 'taken'
        ? [{ registration: takenBySite(one.registration), lacks: new Set<string>(), enabledBy: 'us' as const }]
        : [],
    ),
    refused: judged.flatMap((one) =>
      one.state === 'refused'
        ? [
            {
              registration: one.registration,
              rule: 'site-refused' as const,
              why: one.why,
            },
          ]
        : [],
    ),
    leftOut: judged.flatMap((one) => (one.state === 'left-out' ? [one.registration] : [])),
    problems: [...renamed(own), ...problemsOf(judged, settings)],
  };
};

const lineOf = (entry: AllowEntry): string => {
  if ('serverUrl' in entry && entry.serverUrl !== undefined) return entry.serverUrl;
  return entry.serverName ?? (entry.serverCommand ?? []).join(' ');
};

const linesOf = (entry: SiteEntry, settings: SiteSettings): readonly string[] =>
  entry.type === 'server' ? serverLines(entry, settings).map(lineOf) : [];

/** Lines of the allow lists that go with a change's record, as far as no other record has them too. */
const takesAway = (changes: readonly Change[], snapshot: Snapshot): TakenAway => {
  const { settings, state } = ownOf(snapshot);
  const records = state?.records ?? [];
  const keyOf = ({ type, path }: Address): string => `${type} ${pathKey(path)}`;
  const wanted = new Map(
    changes.flatMap((change): (readonly [string, Registration | undefined])[] => {
      if (change.action === 'conflict' || change.action === 'unchanged') return [];
      return change.action === 'delete'
        ? [[keyOf(change.registered), undefined]]
        : [[keyOf(change.registration), change.registration]];
    }),
  );
  const stood = records.filter(({ shown }) => shown);
  const stays = stood.filter(({ entry }) => !wanted.has(keyOf(entry))).flatMap(({ entry }) => linesOf(entry, settings));
  const comes = [...wanted.values()].flatMap((registration) =>
    registration === undefined || !isShown(registration) ? [] : linesOf(siteEntryOf(registration), settings),
  );
  const after = new Set([...stays, ...comes]);
  const before = new Map(
    stood.flatMap(({ entry, mark }) => linesOf(entry, settings).map((line) => [line, mark?.file] as const)),
  );
  const gone = [...before].filter(([line]) => !after.has(line));
  return {
    lines: gone.map(([line, file]) => ({ line, ...(file === undefined ? {} : { file }) })),
    before: before.size,
    after: after.size + settings.allow.also.length,
  };
};

/** What a site knows of registrations without looking into its folder. */
export const traits: RegistryTraits = {
  fields: FIELD_TABLE,
  shape,
  canUpdate: () => true,
  steps: (_, planned) => planned,
  losses: () => [],
  takesAway,
};
