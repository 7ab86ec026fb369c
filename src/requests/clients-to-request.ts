import { mergeLines } from '../catalogue/merge-lines.ts';
import { addClients, type ClientToAdd, clientsBeside } from '../config/add-clients.ts';
import { repositoryPath } from '../config/repository.ts';
import type { Settings } from '../config/settings.ts';
import type { EntryRules } from '../forge/github/branch.ts';
import type { Repository } from '../forge/github/client.ts';
import { type ProposeResult, propose, type Start } from '../forge/github/propose.ts';
import { SyncError } from '../model/errors.ts';
import { clientsBody, clientsTitle } from '../report/clients-request.ts';

/** The branch of the pull request with clients: there is one. */
export const CLIENTS_BRANCH = 'agentcore-sync/clients';

/** Bytes of a body: GitHub takes 65,536 characters, and our own line needs room. */
const BODY_BYTES = 60_000;

const bare = (name: string): string => name.replace(/^@/, '');

/** The one file that such a branch changes: what people wrote in it stays, and what base and branch both changed is the base's. */
const FILE_MERGE: EntryRules = {
  mergeEntry: (_, { ancestor, base, branch }) =>
    (ancestor === undefined ? undefined : mergeLines(ancestor, base, branch)) ?? base,
  declined: () => undefined,
  renames: () => new Map(),
  settled: (merged) => merged,
};

/** What a pull request with clients is made of. */
export interface ClientsWish {
  readonly settings: Settings;
  readonly clients: readonly ClientToAdd[];
  /** The pull request that holds their registrations. */
  readonly registrations: { readonly number: number; readonly url: string } | undefined;
}

/** The file's path in trees that hold nothing else. */
const FILE = '';

const proposalOf = (
  { base, carried, outside }: Start,
  { settings, clients, registrations }: ClientsWish,
  file: string,
) => {
  const done = addClients(settings.configFile, carried.get(FILE) ?? '', clients);
  if ('refused' in done) {
    throw new SyncError('github', 'refused', `Adding clients to ${settings.configFile}: ${done.refused}`, {
      hint: 'Add the issuers: block by hand, in a pull request of its own.',
    });
  }
  const added = clientsBeside(settings.configFile, { before: base.get(FILE) ?? '', after: done.text });
  const shown = added.map(({ issuer, id, serves }) => ({ issuer, id, serves: serves.join(', ') }));
  const title = clientsTitle(shown);
  const { request } = settings;
  const reviewers = request.reviewers.map(bare);
  return {
    wanted: new Map(base.has(FILE) || done.text !== '' ? [[FILE, done.text]] : []),
    content: {
      title,
      body: clientsBody(
        { file, clients: shown, outside, ...(registrations === undefined ? {} : { registrations }) },
        BODY_BYTES,
      ),
      labels: request.labels,
      assignees: request.assignees,
      draft: request.draft,
      reviewers: reviewers.filter((name) => !name.includes('/')),
      teams: reviewers.filter((name) => name.includes('/')).map((name) => name.slice(name.lastIndexOf('/') + 1)),
      commitMessage: title,
      changedAfterApproval: 'The clients changed after this was approved. Please look at it again.',
    },
  };
};

/**
 * Opens, updates or closes the one pull request that adds clients to the configuration, and changes nothing else. Where they
 * stand there already there is none. Rejects with SyncError github/*, among them `refused` where the file has no place for
 * them, and usage/bad-option where the configuration lies outside of the repository.
 */
export const clientsToRequest = async (repository: Repository, wish: ClientsWish): Promise<ProposeResult> => {
  const { settings } = wish;
  const { base } = settings.request;
  const file = await repositoryPath(settings.configFile);
  if (file === undefined) {
    throw new SyncError('usage', 'bad-option', `Proposing clients: ${settings.configFile} is not in the repository.`, {
      hint: 'Name a configuration of the repository with --config.',
    });
  }
  return propose(repository, {
    ...(base === undefined ? {} : { base }),
    branch: CLIENTS_BRANCH,
    directory: file,
    file: true,
    known: new Map(),
    rules: FILE_MERGE,
    build: (start) => proposalOf(start, wish, file),
  });
};
