import { type Block, renderDocument } from './document.ts';
import { code, link, type Markup, phrase, prose, strong } from './markup.ts';
import { counted } from './wording.ts';

/** A run of a workflow that a person should look at. */
export interface RunNote {
  readonly url: string;
  /** RFC 3339. */
  readonly since: string;
}

/** What the issue about drift tells. Two reports of the same state give the same text. */
export interface DriftReport {
  /** What is said of servers of others that lie below ours: they take their traffic. */
  readonly shadowed: readonly { readonly path: string; readonly text: string }[];
  readonly drifted: readonly {
    readonly path: string;
    readonly state: 'changed' | 'missing' | 'extra';
    readonly fields: readonly string[];
  }[];
  /** Paths whose file says what was never applied, while nothing is under way. */
  readonly notApplied: readonly string[];
  /** The last run of apply, which failed on what is there now. */
  readonly failed?: RunNote;
  /** A run of apply that waits for its approval for longer than a day. */
  readonly waiting?: RunNote;
  /** The last time that tokens were renewed, where that is too long ago; null: never. */
  readonly refreshed?: string | null;
  /** The last scan that saw every account, where that is too long ago; null: none. */
  readonly scanned?: string | null;
}

/** Bytes of an issue: GitHub takes 65,536 characters. */
const ISSUE_BYTES = 60_000;

const STATES = {
  changed: 'changed there',
  missing: 'gone from there',
  extra: 'back there, without a file',
} as const satisfies Record<DriftReport['drifted'][number]['state'], string>;

/** True where there is something that a person should know. */
export const isWorthTelling = (report: DriftReport): boolean =>
  report.shadowed.length > 0 ||
  report.drifted.length > 0 ||
  report.failed !== undefined ||
  report.waiting !== undefined ||
  report.refreshed !== undefined ||
  report.scanned !== undefined;

const runText = (words: string, { url, since }: RunNote): Markup =>
  phrase(strong(words), prose(`since ${since}:`), link(prose('the run'), url));

const refreshText = (since: string | null): Markup =>
  phrase(
    strong('Tokens are not renewed.'),
    prose(
      since === null
        ? 'No run of refresh.yml has ended well yet.'
        : `The workflow refresh.yml last ended well at ${since}.`,
    ),
    prose('When they run out, the registry can no longer call the servers.'),
  );

const scanText = (since: string | null): Markup =>
  phrase(
    strong('Not every account is scanned.'),
    prose(
      since === null ? 'The workflow scan.yml never ended well.' : `The workflow scan.yml last ended well at ${since}.`,
    ),
    prose('What is new or gone in AWS is not noticed. Which accounts, and why:'),
    code('agentcore-sync list --coverage'),
  );

const notes = ({ failed, waiting, refreshed, scanned }: DriftReport): Block[] => [
  ...(refreshed === undefined ? [] : [{ type: 'paragraph' as const, text: refreshText(refreshed) }]),
  ...(scanned === undefined ? [] : [{ type: 'paragraph' as const, text: scanText(scanned) }]),
  ...(waiting === undefined
    ? []
    : [{ type: 'paragraph' as const, text: runText('Apply waits for its approval', waiting) }]),
  ...(failed === undefined ? [] : [{ type: 'paragraph' as const, text: runText('Apply failed', failed) }]),
];

const DIFFERS =
  'The registry and the default branch differ in what no file asks for. Apply puts back what the files say: start it by hand, or let the files say what the registry has.';

const differs = ({ shadowed, drifted }: DriftReport): boolean => shadowed.length > 0 || drifted.length > 0;

/** The issue's body: paths that lie below ours, notes about the workflows, then what drifted, then what was never applied. */
export const driftIssue = (report: DriftReport): string => {
  const blocks: Block[] = [
    ...(differs(report) ? [{ type: 'paragraph' as const, text: prose(DIFFERS) }] : []),
    {
      type: 'table',
      title: 'Paths that take the traffic of others',
      columns: ['Path', 'What'],
      rows: report.shadowed.map(({ path, text }) => [code(path), prose(text)]),
      one: 'registration',
    },
    ...notes(report),
    {
      type: 'table',
      title: 'Changed in the registry',
      columns: ['Path', 'What', 'Fields'],
      rows: report.drifted.map(({ path, state, fields }) => [
        code(path),
        prose(STATES[state]),
        phrase(...fields.map(code)),
      ]),
      one: 'registration',
    },
    {
      type: 'table',
      title: 'In the files, never applied',
      columns: ['Path'],
      rows: report.notApplied.map((path) => [code(path)]),
      one: 'registration',
    },
  ];
  return renderDocument(blocks, ISSUE_BYTES);
};

/** The issue's title: the gravest of what it tells. It says no number: those change from day to day. */
export const driftTitle = (report: DriftReport): string => {
  if (differs(report)) return 'The registry differs from the default branch';
  if (report.failed !== undefined) return 'Apply fails: what was merged is not in the registry';
  if (report.waiting !== undefined) return 'Apply waits for its approval for more than a day';
  if (report.refreshed !== undefined) return "Tokens are not renewed: the registry's credentials run out";
  return 'Not every account is scanned';
};

/** The comment that closes it. */
export const DRIFT_GONE = 'Nothing differs any more.';

/** `2 registrations drifted, 1 was never applied`. */
export const driftText = (drifted: number, notApplied: number): string =>
  `${counted(drifted, 'registration')} changed in the registry, ${counted(notApplied, 'registration')} never applied.`;
