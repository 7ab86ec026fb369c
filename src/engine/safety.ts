import type { Limit, LimitSettings } from '../config/settings.ts';
import { type Change, type FieldChange, originFile, type Plan } from '../model/plan.ts';
import type { Problem } from '../model/problem.ts';
import { BLOCK_REASONS, type BlockReason } from '../model/reasons.ts';

/** What a plan is judged by. In Actions it comes from the default branch only. */
export interface SafetyContext {
  readonly limits: Pick<LimitSettings, 'deletes' | 'updates' | 'allow'> & Partial<Pick<LimitSettings, 'disallows'>>;
  readonly allowDeletes: boolean;
  /** Directory that file names of `limits.allow` may begin with. */
  readonly directory: string;
  /** Whether any entry registers anything: a registry that none is for may hold nothing. Absent: only the plan tells. */
  readonly registersAny?: boolean;
}

/** Shares are judged from so many registrations on. */
const SMALL = 10;

/** Whether limits are lifted for a file of the catalogue; `directory`: that file names of `limits.allow` may begin with. */
export const isAllowedFile = (file: string, allow: LimitSettings['allow'], directory: string): boolean =>
  allow.includes(file) || allow.includes(`${directory}/${file}`);

const isAllowed = (change: Change, { limits, directory }: SafetyContext): boolean => {
  const file = originFile(change);
  return file !== undefined && isAllowedFile(file, limits.allow, directory);
};

/** Made in git, by the entry itself: what only follows from a default or the mark doesn't count, nor what puts drift back. */
const isDangerous = (change: Change): boolean => {
  if (change.action !== 'update' && change.action !== 'replace') return false;
  const chosen = (field: FieldChange): boolean => {
    const from = change.registration.from[field.field];
    return from !== 'configuration' && from !== 'default';
  };
  return change.fields.some((field) => field.dangerous === true && field.cause === 'git' && chosen(field));
};

/** How many a limit permits, or undefined where it does not judge so few registrations. */
export const permitted = (limit: Limit, ours: number): number | undefined => {
  if (limit.type === 'count') return limit.count;
  return ours < SMALL ? undefined : Math.floor((ours * limit.percent) / 100);
};

const limitText = (limit: Limit, ours: number): string =>
  limit.type === 'count' ? `${limit.count}` : `${limit.percent} % of ${ours}, which is ${permitted(limit, ours)}`;

const overLimit = (
  rule: 'limit-deletes' | 'limit-updates',
  count: number,
  limit: { readonly limit: Limit; readonly ours: number; readonly what: string },
): Problem[] => {
  const most = permitted(limit.limit, limit.ours);
  if (most === undefined || count <= most) return [];
  const key = rule === 'limit-deletes' ? 'limits.deletes' : 'limits.updates';
  return [
    {
      rule,
      severity: 'error',
      subject: 'plan',
      text: `The plan has ${count} ${limit.what}; the limit is ${limitText(limit.limit, limit.ours)}. Nothing is written.`,
      hint: `Raise ${key}, or list the files under limits.allow: on the default branch, in a pull request without any entry. Then run again.`,
    },
  ];
};

const emptyProblems = (plan: Pick<Plan, 'changes' | 'blocked' | 'ours'>, registersAny: boolean): Problem[] =>
  (registersAny && plan.ours === 0) ||
  (plan.blocked ?? []).length > 0 ||
  plan.changes.some((change) => change.action !== 'delete')
    ? []
    : [
        plan.ours === 0
          ? {
              rule: 'catalogue-empty',
              severity: 'notice',
              subject: 'plan',
              text: 'No entry registers anything yet, and the registry holds nothing of ours.',
              hint: 'Run scan, and merge what it proposes.',
            }
          : {
              rule: 'catalogue-empty',
              severity: 'error',
              subject: 'plan',
              text: `No entry registers anything, while the registry holds ${plan.ours} of ours. Nothing is written.`,
              hint: 'Check the directory and the checkout. To remove the last registrations, remove them in the registry.',
            },
      ];

const protectedProblems = (deletes: readonly Change[]): Problem[] =>
  deletes
    .filter((change) => change.action === 'delete' && change.protected === true)
    .map((change) => ({
      rule: 'protected',
      severity: 'error',
      subject: 'registered' in change ? change.registered.path : '',
      text: `${'registered' in change ? change.registered.path : ''} is protected, and the plan deletes it. Nothing is written.`,
      hint: 'Take out registration.protect and apply that first, or bring its file back.',
    }));

const notAllowed = (deletes: readonly Change[], allowDeletes: boolean): Problem[] =>
  allowDeletes || deletes.length === 0
    ? []
    : [
        {
          rule: 'delete-not-allowed',
          severity: 'error',
          subject: 'plan',
          text: `The plan deletes ${deletes.length}: left in the registry.`,
          hint: 'Pass --allow-deletes.',
        },
      ];

const LISTED_LINES = 5;

/** What stops working where the allow lists are deployed; too much of it, or all, stops the run. */
const takenProblems = ({ takesAway }: Plan, { limits, directory }: SafetyContext): Problem[] => {
  if (takesAway === undefined || takesAway.lines.length === 0) return [];
  const { lines, before, after } = takesAway;
  const allowed = (file: string | undefined): boolean =>
    file !== undefined && (limits.allow.includes(file) || limits.allow.includes(`${directory}/${file}`));
  const judged = lines.filter(({ file }) => !allowed(file));
  const named = lines.slice(0, LISTED_LINES).map(({ line }) => line);
  const more = lines.length > named.length ? [`and ${lines.length - named.length} more`] : [];
  const told: Problem = {
    rule: 'allow-list',
    severity: 'warning',
    subject: 'allow lists',
    text: `${lines.length === 1 ? 'This server stops' : `These ${lines.length} servers stop`} working where the allow lists are deployed: ${[...named, ...more].join(', ')}.`,
  };
  const most = limits.disallows === undefined ? undefined : permitted(limits.disallows, before);
  const empty = after === 0 && judged.length > 0;
  if (!empty && (most === undefined || judged.length <= most)) return [told];
  const why = empty
    ? 'the lists would be empty, and an empty list lets nothing through'
    : `the limit is ${limits.disallows === undefined ? '' : limitText(limits.disallows, before)}`;
  return [
    told,
    {
      rule: 'limit-disallows',
      severity: 'error',
      subject: 'plan',
      text: `The plan takes ${judged.length} lines from the allow lists; ${why}. Nothing is written.`,
      hint: 'Raise limits.disallows, or list the files under limits.allow: on the default branch, in a pull request without any entry. Then run again.',
    },
  ];
};

/** What in a plan must be lifted by a person before the first write, with numbers and the way out. */
export const safetyProblems = (plan: Plan, context: SafetyContext): readonly Problem[] => {
  const whole = plan.judged ?? plan;
  const judged = whole.changes.filter((change) => !isAllowed(change, context));
  const all = plan.changes.filter((change) => change.action === 'delete');
  const deletes = judged.filter((change) => change.action === 'delete');
  const dangerous = judged.filter(isDangerous);
  const { limits } = context;
  return [
    ...emptyProblems(whole, context.registersAny ?? false),
    ...overLimit('limit-deletes', deletes.length, { limit: limits.deletes, ours: plan.ours, what: 'deletes' }),
    ...overLimit('limit-updates', dangerous.length, {
      limit: limits.updates,
      ours: plan.ours,
      what: 'updates of URL, visibility, groups or authentication',
    }),
    ...takenProblems(plan, context),
    ...protectedProblems(all),
    ...notAllowed(all, context.allowDeletes),
  ];
};

/** Why nothing at all is written, as the problems of a plan tell it; empty: something may be. */
export const blockReasons = (problems: readonly Problem[]): readonly BlockReason[] =>
  BLOCK_REASONS.filter((reason) => problems.some(({ rule, severity }) => rule === reason && severity === 'error'));
