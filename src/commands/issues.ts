import { withRepository } from '../forge/github/open.ts';
import { EXIT, isSyncError, SyncError } from '../model/errors.ts';
import { takeOver } from '../review/owner-failures.ts';
import { keepOwnerIssues } from '../review/owner-issues.ts';
import type { CommandResult, RunCommand } from '../running/context.ts';
import { allOwners } from '../running/selecting.ts';

/** A repository may have its issues switched off: then nobody can be told, and no run fails for it. */
const withoutIssues = (error: unknown): { readonly off: string } => {
  if (isSyncError(error, 'github') && error.status === 410) return { off: error.message };
  throw error;
};

const nobodyTold = (text: string): CommandResult => ({
  exitCode: EXIT.done,
  result: { issues: [] },
  problems: [
    {
      rule: 'request-note',
      severity: 'notice',
      subject: 'issues',
      text: `${text}. No owner was told.`,
      hint: 'Switch on issues in the settings of the repository, or take owners out of the configuration.',
    },
  ],
  text: '',
  markdown: '',
  outputs: {},
});

/** Keeps one issue for each owner of whose entries something fails, from what another job found. It has no credential but GitHub's. */
export const issues: RunCommand = async (context) => {
  const { settings } = context;
  const { results, resultsDigest } = settings.verify;
  if (results === undefined) {
    throw new SyncError('usage', 'missing-option', 'issues: expected results, met none', {
      hint: 'Give the folder that apply, refresh, verify or scan wrote in another job of the run, and results-digest.',
    });
  }
  const told = takeOver(results, resultsDigest, allOwners(settings));
  const kept = await withRepository(context, (repository) => keepOwnerIssues(repository, told)).catch(withoutIssues);
  if ('off' in kept) return nobodyTold(kept.off);
  const shown = kept.flatMap((one) => (one.operation === 'none' ? [] : [one]));
  const lines = shown.map(({ operation, number, url }) => `Issue ${number} ${operation}: ${url}\n`);
  return {
    exitCode: EXIT.done,
    result: { issues: shown },
    problems: [],
    text: lines.length === 0 ? 'No issue of an owner is open.\n' : lines.join(''),
    markdown: '',
    outputs: { changes: String(shown.filter(({ operation }) => operation !== 'unchanged').length) },
  };
};
