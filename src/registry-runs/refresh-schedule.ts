import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { scheduleProblems } from '../credentials/schedule.ts';
import { isObject } from '../model/json.ts';
import type { Problem } from '../model/problem.ts';
import type { Refreshed } from '../model/refresh.ts';
import type { CommandContext } from '../running/context.ts';

/** `owner/repo/.github/workflows/refresh.yml@refs/heads/main` → the file's path in the repository. */
const workflowFile = (reference: string | undefined): string | undefined =>
  /^[^/]+\/[^/]+\/(\.github\/workflows\/[^@/]+)@/.exec(reference ?? '')?.[1];

/** The cron lines of a workflow's text; none where it has no schedule or can't be read. */
const cronLines = (text: string): readonly string[] => {
  let workflow: unknown;
  try {
    workflow = parse(text);
  } catch {
    return [];
  }
  const on = isObject(workflow) ? workflow['on'] : undefined;
  const schedule = isObject(on) ? on['schedule'] : undefined;
  return Array.isArray(schedule)
    ? schedule.flatMap((row: unknown) => (isObject(row) && typeof row['cron'] === 'string' ? [row['cron']] : []))
    : [];
};

/** In Actions: warns when the shortest life met is shorter than the schedule of the workflow that runs. */
export const scheduleOf = async (
  refreshed: readonly Refreshed[],
  { actions, run }: CommandContext,
): Promise<readonly Problem[]> => {
  const file = actions ? workflowFile(run.workflow) : undefined;
  if (file === undefined) return [];
  const text = await readFile(file, 'utf8').catch(() => '');
  const lives = refreshed.flatMap(({ obtainedAt, expiresAt }) =>
    obtainedAt === undefined || expiresAt === undefined ? [] : [expiresAt - obtainedAt],
  );
  return scheduleProblems(lives.length === 0 ? undefined : Math.min(...lives), cronLines(text));
};
