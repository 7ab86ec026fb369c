import type { Problem } from './problem.ts';

type What = 'server' | 'agent';

/** What stands at a path that an entry wants, and is not ours. */
export type HeldBy =
  | { readonly type: 'peer' }
  /** Nobody's mark. `arn`: the AWS resource that another tool noted. */
  | { readonly type: 'unmarked'; readonly arn?: string }
  | { readonly type: 'broken-mark' | 'copied-mark' | 'other-repository' }
  /** Our owner and repository, with a file that never had this path. */
  | { readonly type: 'orphaned'; readonly file: string }
  | { readonly type: 'owner'; readonly owner: string };

/** Why a kind of registry must not be given a registration. */
export type RefusalReason =
  | 'visibility-unenforced'
  | 'groups-unheld'
  /** What clients of MCP registries would not take, and perhaps the whole list with it. */
  | 'client-name'
  | 'client-name-taken'
  | 'client-text'
  | 'client-transport'
  | 'client-url';

/** Why a registration is left out. `adopting`: whether a person may make what stands there ours, or why only by name. */
export type ConflictReason =
  | {
      readonly type: 'held';
      readonly by: HeldBy;
      readonly path: string;
      readonly adopting: 'allowed' | 'unread' | 'no';
    }
  | { readonly type: 'same-path' }
  | { readonly type: 'below'; readonly upper: string }
  /** `stays`: it is registered there already, and is not touched. */
  | { readonly type: 'refused'; readonly by: RefusalReason; readonly stays: boolean };

/** Why an update in place can't make a change. `refused`: the registry said so when it was tried. */
export type ReplaceReason =
  | { readonly type: 'unchangeable' | 'refused'; readonly what: What }
  | { readonly type: 'stuck'; readonly fields: readonly string[] };

/** Why something of ours is deleted. */
export type DeleteReason =
  | { readonly type: 'unregistered' | 'left-out'; readonly file: string }
  | { readonly type: 'moved'; readonly file: string; readonly to: string };

export const heldText = (by: HeldBy): string => {
  switch (by.type) {
    case 'peer':
      return 'it comes from a peer registry';
    case 'unmarked':
      return by.arn === undefined
        ? 'something that this tool did not register'
        : `a registration without a mark whose metadata names ${by.arn} (another tool made it, or wrote over ours)`;
    case 'broken-mark':
      return 'something whose mark this tool did not write';
    case 'copied-mark':
      return 'something whose mark was written for another path';
    case 'other-repository':
      return 'the same owner from another repository';
    case 'orphaned':
      return `something whose mark names ${by.file}, which never registered it`;
    case 'owner':
      return `the owner "${by.owner}": --take-over-from takes it over`;
  }
};

const REFUSED: Readonly<Record<RefusalReason, string>> = {
  'visibility-unenforced':
    'this registry would show the group-restricted server to everybody (--allow-unenforced-visibility)',
  'groups-unheld': 'this registry cannot hold group-restricted agents',
  'client-name': 'its path gives a name that clients refuse',
  'client-name-taken': 'its path comes to the name that another entry has for clients',
  'client-text': 'its name or description is no text that clients take',
  'client-transport': 'it has no transport that clients know',
  'client-url': 'its URL is none that clients take',
};

const STAYS = '; what is registered there stays';

const isAboutVisibility = (by: RefusalReason): boolean => by === 'visibility-unenforced' || by === 'groups-unheld';

const adoptingText = (
  path: string,
): Readonly<Record<Extract<ConflictReason, { type: 'held' }>['adopting'], string>> => ({
  allowed: `; --adopt ${path} adopts it`,
  unread: `; adopting it would put the entry's own values over what this registry does not show without losing the credential (transports, headers, auth provider, SSE URL), and may lose the credential itself: fill these in, then name it with --adopt ${path}`,
  no: '',
});

export const conflictText = (why: ConflictReason): string => {
  switch (why.type) {
    case 'held':
      return `its path is held by ${heldText(why.by)}${adoptingText(why.path)[why.adopting]}`;
    case 'same-path':
      return 'another entry wants the same path';
    case 'below':
      return `its path lies below ${why.upper}, which this configuration did not register: it would take its requests`;
    case 'refused':
      return `${REFUSED[why.by]}${why.stays ? STAYS : ''}${why.stays && isAboutVisibility(why.by) ? ', for everybody to see' : ''}`;
  }
};

const named = (what: What): string => (what === 'agent' ? 'an agent' : 'a server');

export const replaceText = (why: ReplaceReason): string => {
  switch (why.type) {
    case 'unchangeable':
      return `this registry's back end cannot change ${named(why.what)}`;
    case 'refused':
      return `this registry cannot change ${named(why.what)}`;
    case 'stuck':
      return `an update cannot remove ${why.fields.join(', ')} in this registry`;
  }
};

export const deleteText = (why: DeleteReason): string => {
  switch (why.type) {
    case 'unregistered':
      return `${why.file} no longer registers it`;
    case 'left-out':
      return `${why.file} is left out of this registry`;
    case 'moved':
      return `${why.file} now registers ${why.to}`;
  }
};

/** Why nothing at all of a plan is written: the rules that stop it. */
export const BLOCK_REASONS = [
  'catalogue-empty',
  'limit-deletes',
  'limit-updates',
  'limit-disallows',
  'protected',
  'owner-shared',
] as const satisfies readonly Problem['rule'][];

export type BlockReason = (typeof BLOCK_REASONS)[number];

const BLOCKED: Readonly<Record<BlockReason, string>> = {
  'catalogue-empty': 'no entry registers anything',
  'limit-deletes': 'too many deletes',
  'limit-updates': 'too many updates of URL, visibility, groups or authentication',
  'limit-disallows': 'too many lines of the allow lists would go',
  protected: 'something protected would be deleted',
  'owner-shared': 'another repository uses the owner',
};

/** What is said of each change of a plan of which nothing is written. */
export const blockedText = (why: readonly BlockReason[]): string =>
  `nothing is written: ${why.map((reason) => BLOCKED[reason]).join(', ')}`;
