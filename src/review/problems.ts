import { organizationAccounts } from '../catalogue/accounts-file.ts';
import { heldBack, wideningOf } from '../config/widening.ts';
import { ACCOUNTS_FILE, type Tree } from '../model/catalogue.ts';
import type { EntryChange } from '../model/entry-change.ts';
import type { Configuration } from '../model/generated/configuration.ts';
import type { OtherChange } from '../model/other-change.ts';
import type { Problem } from '../model/problem.ts';
import type { Review } from '../model/review.ts';
import { valueText } from '../report/values.ts';

type Vouching = Review['sources'][number];
type Vouched = Vouching['vouched'];

const isLink = (kind: OtherChange['after']): boolean => kind === 'link' || kind === 'submodule';

/** Files that decide what the tool trusts, who must approve, or what is really read: a request that changes one is more than its entries. */
const isSetting = ({ path, before, after }: OtherChange, config: string): boolean =>
  path === config ||
  path.startsWith('.github/') ||
  path.startsWith(`${config.slice(0, config.lastIndexOf('/') + 1)}iam/`) ||
  /(^|\/)\.git(attributes|modules)$/.test(path) ||
  /^(docs\/)?CODEOWNERS$/.test(path) ||
  isLink(before) ||
  isLink(after);

const settingProblem = ({ path, after }: OtherChange, config: string): Problem => {
  const common = { rule: 'settings-changed', place: { file: path }, subject: path } as const;
  if (isLink(after)) {
    const what = after === 'link' ? 'a symbolic link' : 'a submodule';
    return {
      ...common,
      severity: path === config ? 'error' : 'warning',
      text: `${path} becomes ${what}: what is read through it is no part of this pull request.`,
      hint: path === config ? 'Make the configuration a plain file.' : 'Put a plain file there.',
    };
  }
  if (path === config) {
    return {
      ...common,
      severity: 'warning',
      text: 'This pull request changes settings: hosts, roles, clients or limits. It is validated and planned by the settings of its base.',
      hint: 'What the new settings do shows in the plan before apply.',
    };
  }
  return {
    ...common,
    severity: 'warning',
    text: `This pull request changes ${path}, which decides what runs, what is trusted, or who must approve.`,
    hint: 'Have it approved by who owns it, best in a pull request of its own.',
  };
};

/**
 * Says of everything outside of the catalogue that decides about trust that it changes.
 * @param config the configuration's path from the repository's root; roles lie beside it
 */
export const settingsProblems = (outside: readonly OtherChange[], config: string): readonly Problem[] =>
  outside.filter((change) => isSetting(change, config)).map((change) => settingProblem(change, config));

/** Most characters of one value in a sentence. */
const LONGEST = 200;

const shown = (value: unknown): string => {
  const text = valueText(value);
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1)}…`;
};

const sentence = ({ action, from, fields }: Vouching): string => {
  const what = fields.map(({ field, before, after }) => `${field} ${shown(before)} → ${shown(after)}`).join('; ');
  switch (action) {
    case 'new':
      return 'Nothing here tells that a scan wrote this source: compare it with what AWS shows.';
    case 'changed':
      return `source is not what the base has: ${what}.`;
    case 'replaced':
      return `It stands in the place of ${from}, with another source: ${what}.`;
  }
};

const UNDO =
  'Take the change of source back: scan owns it, and puts it back. What people decide belongs under registration and credential.';
const LOOK =
  'Look at each field: it is what stands on the branch of scan, to which others may be able to push. apply asks AWS before anything is registered.';
const ASK =
  'Let the scan in Actions propose it, or look at each field of source. apply asks AWS before anything is registered.';

const sourceProblem = (change: Vouching, directory: string): Problem => {
  const file = `${directory}/${change.file}`;
  const isError = change.vouched === 'nobody' && change.action !== 'new';
  return {
    rule: 'source-edited',
    severity: isError ? 'error' : 'warning',
    place: { file, pointer: change.fields[0]?.field.split('.') ?? ['source'] },
    subject: file,
    text: sentence(change),
    hint: change.vouched === 'branch' ? LOOK : change.action === 'new' ? ASK : UNDO,
  };
};

/** New entries on the branch of scan are what its pull request is about: they are listed, and told once. */
const waiting = (news: readonly Vouching[]): readonly Problem[] =>
  news.length === 0
    ? []
    : [
        {
          rule: 'source-edited',
          severity: 'notice',
          subject: 'new entries',
          text: `${news.length} new ${news.length === 1 ? 'entry stands' : 'entries stand'} as on the branch of scan; this run did not ask AWS about ${news.length === 1 ? 'it' : 'them'}.`,
          hint: 'They are listed with the plan. apply asks AWS before anything is registered.',
        },
      ];

/**
 * What there is to say about sources that changed: nothing about those that the checking scan itself saw in AWS; an error about
 * one that is changed or put in another's place and stands on no branch of scan; a warning about the rest.
 */
export const sourceProblems = (sources: Review['sources'], directory: string): readonly Problem[] => {
  const isWaiting = ({ vouched, action }: Vouching): boolean => vouched === 'branch' && action === 'new';
  const told = sources.filter((change) => change.vouched !== 'scan' && !isWaiting(change));
  return [...told.map((change) => sourceProblem(change, directory)), ...waiting(sources.filter(isWaiting))];
};

/** Accounts that are named; of more only the number. */
const NAMED_ACCOUNTS = 5;

/**
 * What there is to say where the list of accounts changes and no scan wrote it so: it says which accounts are in scope, and in
 * which unit each is, by which defaults go.
 */
export const accountsProblems = (
  before: Tree,
  after: Tree,
  given: { readonly vouched: Vouched; readonly directory: string },
): readonly Problem[] => {
  const [stood, stands] = [before.get(ACCOUNTS_FILE), after.get(ACCOUNTS_FILE)];
  if (stood === stands || given.vouched !== 'nobody') return [];
  const [old, now] = [organizationAccounts(before), organizationAccounts(after)];
  const ids = [...new Set([...old.keys(), ...now.keys()])]
    .filter((id) => old.get(id)?.path !== now.get(id)?.path || old.has(id) !== now.has(id))
    .sort();
  const more = ids.length - NAMED_ACCOUNTS;
  const changed = `${ids.slice(0, NAMED_ACCOUNTS).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
  const file = `${given.directory}/${ACCOUNTS_FILE}`;
  return [
    {
      rule: 'source-edited',
      severity: stood === undefined ? 'warning' : 'error',
      place: { file },
      subject: file,
      text: `Nothing here tells that a scan wrote this list${ids.length === 0 ? '' : `; it differs in ${changed}`}. It decides which accounts count, and which defaults hold for them.`,
      hint: 'Let the scan in Actions propose it. By hand it is nobody’s: take the change back.',
    },
  ];
};

/** Every token and header secret that would go somewhere new. */
export const coveredProblems = (covered: readonly EntryChange[], directory: string): readonly Problem[] =>
  covered.flatMap(({ file, differences }) =>
    differences
      .filter(({ field }) => /^(token|secret) /.test(field))
      .map(
        ({ field, before, after }): Problem => ({
          rule: 'client-covers',
          severity: before === undefined ? 'notice' : 'warning',
          place: { file: `${directory}/${file}` },
          subject: file,
          text: `The ${field} would ${field.startsWith('token') ? 'come from' : 'go to'} ${String(after)}${before === undefined ? '' : `; so far: ${String(before)}`}.`,
          ...(before === undefined ? {} : { hint: 'Look whether the new place may have it.' }),
        }),
      ),
  );

/** Settings that are named; of more only the number. */
const NAMED = 5;

/**
 * What a pull request is told that changes files of the catalogue and settings that widen trust: that these will not
 * count, and how they would.
 */
export const wideningProblems = (
  before: Configuration,
  after: Configuration,
  given: { readonly config: string; readonly folders: string },
): readonly Problem[] => {
  const names = heldBack({ ...after }, wideningOf({ ...before }));
  if (names.length === 0) return [];
  const left = names.length - NAMED;
  const { config, folders } = given;
  return [
    {
      rule: 'widened-with-entries',
      severity: 'warning',
      place: { file: config },
      subject: config,
      text: `This pull request changes ${names.slice(0, NAMED).join(', ')}${left > 0 ? ` and ${left} more` : ''} together with files below ${folders}. After a merge these settings don't count: what was there before holds, and its limits judge these entries.`,
      hint: `Bring the settings in a pull request of their own, without any change below ${folders}, and the entries in the next one.`,
    },
  ];
};
