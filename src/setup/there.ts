import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CODE_OWNERS } from '../catalogue/code-owners.ts';
import type { GithubAnswers } from './answers.ts';
import { parseRecord, RECORD_PATH, type SetupRecord } from './record.ts';
import type { RepositoryIdentity } from './subjects.ts';

/** What a folder already holds of a set-up, read from its files. */
export interface There {
  readonly record?: SetupRecord;
  /** What the workflows and roles that are there were written for, from the record or from their own texts. */
  readonly github: Partial<Omit<GithubAnswers, 'unread'>>;
  readonly configuration: boolean;
  readonly codeOwners: boolean;
}

/** Files of an earlier version that name the action, the branch and the subjects. */
const SPEAKING = [
  '.github/workflows/apply.yml',
  '.github/workflows/scan.yml',
  'iam/cloudformation/hub.parameters.json',
] as const;

/** A step with this action: its inputs, and no other's, begin with `command`. */
const ACTION =
  /uses: ([\w-][\w.-]*\/[\w.-]+@[0-9a-f]{40,64})\b[^\n]*\n(?: +id: [^\n]*\n)?(?: +if: [^\n]*\n)? +with:\n +command:/;
const BRANCH = /^ {4}branches: \[("[^"\n]+"|[^"\]\n]+)\]$/m;
const PLAIN = /\brepo:([\w-][\w.-]*)\/([\w.-]+):environment:/;
const NUMBERED = /\brepo:([\w-][\w.-]*)@([0-9]+)\/([\w.-]+)@([0-9]+):environment:/;

const branchOf = (text: string): string | undefined => {
  const found = BRANCH.exec(text)?.[1];
  if (found === undefined) return undefined;
  return found.startsWith('"') ? String(JSON.parse(found)) : found;
};

const repositoryOf = (text: string): RepositoryIdentity | undefined => {
  const [, owner, ownerId, name, id] = NUMBERED.exec(text) ?? [];
  if (ownerId !== undefined && id !== undefined)
    return { name: `${owner}/${name}`, ids: { owner: ownerId, repository: id } };
  const [, plainOwner, plainName] = PLAIN.exec(text) ?? [];
  // Earlier versions wrote these two where nobody had said the name.
  if (plainOwner === undefined || `${plainOwner}/${plainName}` === 'ORG/REPO') return undefined;
  return { name: `${plainOwner}/${plainName}` };
};

/** What the texts of an earlier version's files say. */
const spoken = (texts: readonly string[]): There['github'] => {
  const all = texts.join('\n');
  const [action, branch, repository] = [ACTION.exec(all)?.[1], branchOf(all), repositoryOf(all)];
  return {
    ...(action === undefined ? {} : { action }),
    ...(branch === undefined ? {} : { branch }),
    ...(repository === undefined ? {} : { repository }),
  };
};

/** Reads what is there of a set-up below `root`. What can't be read counts as absent. */
export const readThere = async (root: string): Promise<There> => {
  const textAt = (path: string): Promise<string | undefined> =>
    readFile(join(root, path), 'utf8').catch(() => undefined);
  const text = await textAt(RECORD_PATH);
  const record = text === undefined ? undefined : parseRecord(text);
  const texts = (await Promise.all(SPEAKING.map(textAt))).flatMap((one) => one ?? []);
  const owners = await Promise.all(CODE_OWNERS.map(textAt));
  return {
    ...(record === undefined ? {} : { record }),
    github: { ...spoken(texts), ...record?.github },
    configuration: (await textAt('agentcore-sync.yaml')) !== undefined,
    codeOwners: owners.some((one) => one !== undefined),
  };
};
