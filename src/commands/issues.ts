import { withRepository } from '../forge/github/open.ts';
import { EXIT, SyncError } from '../model/errors.ts';
import { keepOwnerIssues } from '../review/owner-issues.ts';
import type { RunCommand } from './context.ts';
import { allOwners } from './only.ts';
import { takeOver } from './owner-failures.ts';

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
  const kept = await withRepository(context, (repository) => keepOwnerIssues(repository, told));
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
