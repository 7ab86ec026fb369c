import type { ChangedAtAws } from './confirmation.ts';
import { isObject } from './json.ts';
import { sinceText } from './since.ts';

/** What happened since a lock was written, and may be why its server is another one now. Known facts alone. */
export interface WhyChanged {
  /** The resource, as AWS says. */
  readonly aws?: ChangedAtAws;
  /** The newest commit that changed where the entry leads. */
  readonly entry?: {
    readonly commit: string;
    /** ISO 8601. */
    readonly date: string;
    /** Of the entry. */
    readonly fields: readonly string[];
    /** Number of the pull request that brought it, as its subject says. */
    readonly request?: number;
  };
}

/** Fields that are named of one commit. */
const MOST_FIELDS = 4;

const minute = (date: string): string => sinceText(Date.parse(date) / 1000);

const listed = (fields: readonly string[]): string =>
  fields.length <= MOST_FIELDS
    ? fields.join(', ')
    : `${fields.slice(0, MOST_FIELDS).join(', ')} and ${fields.length - MOST_FIELDS} more`;

/** Why the tools changed, probably: one clause, not yet escaped; empty where nothing is known. */
export const whyText = ({ aws, entry }: WhyChanged): string => {
  const parts = [
    ...(aws === undefined
      ? []
      : [
          `AWS changed it at ${minute(aws.at)}${aws.version === undefined ? '' : ` (version ${aws.version} of the runtime)`}`,
        ]),
    ...(entry === undefined
      ? []
      : [
          `commit ${entry.commit.slice(0, 7)}${entry.request === undefined ? '' : ` (#${entry.request})`} changed ${listed(entry.fields)} at ${minute(entry.date)}`,
        ]),
  ];
  return parts.length === 0 ? '' : `probably because ${parts.join(', and ')}`;
};

const COMMIT = /^[0-9a-f]{40,64}$/;
const VERSION = /^[A-Za-z0-9._-]{1,40}$/;
const FIELD = /^[A-Za-z0-9._-]{1,200}$/;

const isDate = (value: unknown): value is string => typeof value === 'string' && !Number.isNaN(Date.parse(value));

const awsIn = (value: unknown): Pick<WhyChanged, 'aws'> => {
  if (!isObject(value) || !isDate(value['at'])) return {};
  const { at, version } = value;
  return { aws: { at, ...(typeof version === 'string' && VERSION.test(version) ? { version } : {}) } };
};

const entryIn = (value: unknown): Pick<WhyChanged, 'entry'> => {
  if (!isObject(value)) return {};
  const { commit, date, fields, request } = value;
  if (typeof commit !== 'string' || !COMMIT.test(commit) || !isDate(date) || !Array.isArray(fields)) return {};
  const named = fields.filter((field): field is string => typeof field === 'string' && FIELD.test(field));
  if (named.length === 0) return {};
  const number = typeof request === 'number' && Number.isSafeInteger(request) && request > 0 ? { request } : {};
  return { entry: { commit, date, fields: named, ...number } };
};

/** What another job said of the reasons, taken as a stranger's value: what has another form is left out. */
export const readWhyChanged = (value: unknown): WhyChanged | undefined => {
  if (!isObject(value)) return undefined;
  const why = { ...awsIn(value['aws']), ...entryIn(value['entry']) };
  return why.aws === undefined && why.entry === undefined ? undefined : why;
};
