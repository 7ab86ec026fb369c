import { type OwnedFailure, TELLING, type Telling } from '../model/owned-failure.ts';
import { renderDocument } from './document.ts';
import { code, prose } from './markup.ts';

/** Bytes of a command's part of an issue: GitHub takes 65,536 characters, and each may have one. */
const PART_BYTES = 12_000;

/** GitHub logins and teams, as the configuration's schema has them: nothing else is ever mentioned. */
const OWNER = /^@?([A-Za-z0-9][A-Za-z0-9/_.-]{0,100})$/;

const bare = (owner: string): string => OWNER.exec(owner)?.[1] ?? '';

const TITLES = {
  apply: 'Not applied',
  refresh: 'Without a fresh token',
  plan: 'Differs in the registry',
  verify: 'Does not answer as it should',
  scan: 'Not scanned',
  sync: 'Not scanned, or not applied',
} as const satisfies Record<Telling, string>;

/** The title of an owner's issue. It says no number: those change from day to day. */
export const ownerTitle = (owner: string): string => `Entries of ${bare(owner)} need a look`;

/** The comment that closes it. */
export const OWNER_GONE = 'Nothing of these entries fails any more.';

/** Where a command's part begins. No text of anybody can hold it: each is made harmless before it gets here. */
const markerOf = (command: Telling): string => `<!-- agentcore-sync:part ${command} -->\n`;
const PART = new RegExp(`^<!-- agentcore-sync:part (${TELLING.join('|')}) -->\n`, 'm');

/** An issue's body, taken apart: who is meant, then what each command found. */
export interface OwnerBody {
  readonly head: string;
  readonly parts: ReadonlyMap<Telling, string>;
}

const isTelling = (text: string): text is Telling => TELLING.some((command) => command === text);

/** Reads a body of ours. What a person wrote into it stays in the part where it stands, up to that part's length. */
export const readOwnerBody = (body: string): OwnerBody => {
  const [head = '', ...found] = body.replaceAll('\r\n', '\n').split(PART);
  const parts = new Map<Telling, string>();
  for (let at = 0; at + 1 < found.length; at += 2) {
    const command = found[at] ?? '';
    if (isTelling(command)) parts.set(command, (found[at + 1] ?? '').trim().slice(0, PART_BYTES));
  }
  return { head: head.trim(), parts };
};

/** The body again, with its parts in their order. */
export const ownerBody = ({ head, parts }: OwnerBody): string =>
  [
    head,
    ...TELLING.flatMap((command) => {
      const part = parts.get(command);
      return part === undefined ? [] : [`${markerOf(command)}${part}`];
    }),
  ].join('\n\n');

/** How a body begins: who is meant. Only the owner is mentioned. */
export const ownerHead = (owner: string): string =>
  `@${bare(owner)}\n\nThe last runs met these. They come from entries that the configuration says are yours; the issue is closed once nothing of them fails any more.`;

/** What fails of an owner's entries, as a command met it. */
export const ownerPart = (command: Telling, failures: readonly OwnedFailure[]): string =>
  renderDocument(
    [
      {
        type: 'table',
        title: TITLES[command],
        columns: ['What', 'Why', 'What to do'],
        rows: failures.map(({ what, text, hint = '' }) => [code(what), prose(text), prose(hint)]),
        one: 'thing',
      },
    ],
    PART_BYTES,
  ).trim();
