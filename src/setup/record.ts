import { createHash } from 'node:crypto';
import { OPTIONS } from '../config/options/options.ts';
import { isObject, parseJson } from '../model/json.ts';
import { type GithubAnswers, isPinnedAction, isRepository } from './answers.ts';

/** Where the record of a set-up lies in the catalogue. */
export const RECORD_PATH = '.github/agentcore-sync.json';

/** What init left of itself: what it was told that stands in no configuration, and what it wrote, so that upgrade knows it again. */
export interface SetupRecord {
  /** The version that wrote the files. */
  readonly version: string;
  readonly github?: Omit<GithubAnswers, 'unread'>;
  /** Of AWS Organizations, for the hub's roles. */
  readonly organizationId?: string;
  /** Path to SHA-256 (hexadecimal) of the text that was written there. */
  readonly files: Readonly<Record<string, string>>;
}

/** SHA-256 of a text's UTF-8 bytes, hexadecimal. Line ends count as git stores them: a checkout may have made them CRLF. */
export const digestOf = (text: string): string =>
  createHash('sha256').update(text.replaceAll('\r\n', '\n')).digest('hex');

/** The record's text: keys in a fixed order, files sorted, so that two runs write the same. */
export const recordText = ({ version, github, organizationId, files }: SetupRecord): string => {
  const sorted = Object.fromEntries(Object.entries(files).sort(([one], [other]) => (one < other ? -1 : 1)));
  const { action, repository, branch, server } = github ?? {};
  const told = github === undefined ? {} : { github: { action, repository, branch, server } };
  return `${JSON.stringify({ version, ...told, organizationId, files: sorted }, null, 2)}\n`;
};

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

const isNumber = (value: unknown): value is string => isText(value) && /^[0-9]+$/.test(value);

const githubOf = (value: unknown): SetupRecord['github'] => {
  if (!isObject(value)) return undefined;
  const { action, repository, branch, server } = value;
  if (!isText(action) || !isText(branch) || !isText(server) || !isObject(repository)) return undefined;
  const { name, ids } = repository;
  // These end in workflows and in trust policies: what has not their form is not taken from a file.
  if (!isPinnedAction(action) || !isText(name) || !isRepository(name)) return undefined;
  if (/[\r\n]/.test(branch) || !/^https?:\/\/[\w.:-]+$/.test(server)) return undefined;
  const known = isObject(ids) && isNumber(ids['owner']) && isNumber(ids['repository']);
  return {
    action,
    branch,
    server,
    repository: {
      name,
      ...(known ? { ids: { owner: String(ids['owner']), repository: String(ids['repository']) } } : {}),
    },
  };
};

/** Reads a record; undefined where it is none that this or an earlier version wrote: every file then counts as changed. */
export const parseRecord = (text: string): SetupRecord | undefined => {
  const value = parseJson(text);
  if (!isObject(value) || !isText(value['version']) || !isObject(value['files'])) return undefined;
  const files = Object.entries(value['files']).filter((pair): pair is [string, string] => isText(pair[1]));
  const github = githubOf(value['github']);
  const { version, organizationId } = value;
  return {
    version,
    files: Object.fromEntries(files),
    ...(github === undefined ? {} : { github }),
    ...(isText(organizationId) && OPTIONS.organizationId.pattern.test(organizationId) ? { organizationId } : {}),
  };
};
