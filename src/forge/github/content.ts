import { withoutEnd } from '../../model/ends.ts';

/** What a request shows and asks for. Texts are placed as they are given: whoever renders them has escaped them. */
export interface RequestContent {
  readonly title: string;
  /** Markdown, at most BODY_LIMIT characters. */
  readonly body: string;
  readonly labels: readonly string[];
  /** Logins. */
  readonly reviewers: readonly string[];
  /** Slugs of the organisation's teams. */
  readonly teams: readonly string[];
  readonly assignees: readonly string[];
  readonly draft: boolean;
  readonly commitMessage: string;
  /** Markdown of the comment for reviewers who approved before the content changed. */
  readonly changedAfterApproval: string;
}

/** GitHub takes 65,536 characters; the rest is room for our own line. */
export const BODY_LIMIT = 64_000;

/** What we remember in a request's body, out of sight. */
export interface BodyNotes {
  /** Whom we asked for a review: nobody is asked twice because a scan ran again. */
  readonly asked: readonly string[];
  /** True when we closed the request because nothing was left of it. */
  readonly gone: boolean;
}

const NOTES = /<!-- agentcore-sync asked=(\S*)( gone)? -->$/;

// A dash is escaped too: two in a row would end the comment.
const escapeName = (name: string): string => encodeURIComponent(name).replaceAll('-', '%2D');

const unescapeName = (name: string): string => {
  try {
    return decodeURIComponent(name);
  } catch {
    return '';
  }
};

/** A body with our line at its end; a body that is too long is cut before it. */
export const withNotes = (body: string, notes: BodyNotes): string =>
  `${body.slice(0, BODY_LIMIT).trimEnd()}\n\n<!-- agentcore-sync asked=${notes.asked.map(escapeName).join(',')}${notes.gone ? ' gone' : ''} -->`;

/** Our line of a body; a body that a person rewrote has none. */
export const readNotes = (body: string): BodyNotes => {
  const match = NOTES.exec(body.trimEnd());
  const asked = (match?.[1] ?? '').split(',').map(unescapeName);
  return { asked: asked.filter((it) => it !== ''), gone: match?.[2] !== undefined };
};

/** The body without our line. */
export const withoutNotes = (body: string): string => {
  const at = NOTES.exec(body.trimEnd())?.index;
  return at === undefined ? body : withoutEnd(body.slice(0, at), '\n');
};
