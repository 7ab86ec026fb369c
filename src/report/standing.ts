import type { Plan } from '../model/plan.ts';
import type { Problem } from '../model/problem.ts';
import { type RuleName, ruleOf } from '../model/rules.ts';
import { toConfirmText } from './changes.ts';
import { isFirst } from './problems.ts';
import type { Fact } from './report.ts';
import { number } from './wording.ts';

/** Lines of what is known: with the counts above them they leave a plan without news a screen. */
const MOST = 8;

const factOf = (rule: RuleName, members: readonly Problem[]): Fact => {
  const { standing } = ruleOf(rule);
  const [first] = members;
  if (standing !== undefined) return { text: `${number(members.length)} ${standing.what}`, remedy: standing.remedy };
  if (members.length === 1 && first !== undefined) return { text: first.text };
  return { text: `${number(members.length)} × ${rule}`, remedy: '--full shows them' };
};

/** Accepted problems that are named, where they are new. */
const MOST_NEW = 5;

const acceptedText = ({ rule, subject, accepted }: Problem): string =>
  `newly accepted: ${rule} ${subject} (${accepted?.reason}${accepted?.until === undefined ? '' : `, until ${accepted.until}`})`;

/** How many problems a person has accepted: none, or one line; and those that came with what this run changes. */
const acceptedFacts = (problems: readonly Problem[]): readonly Fact[] => {
  const accepted = problems.filter((problem) => problem.accepted !== undefined);
  const news = accepted.filter(({ standing }) => standing !== true).slice(0, MOST_NEW);
  return [
    ...(accepted.length === 0 ? [] : [{ text: `${number(accepted.length)} accepted` }]),
    ...news.map((problem) => ({ text: acceptedText(problem) })),
  ];
};

/**
 * What was so before and stays so, one line for each rule: what is not enforced first, then what waits, then what is
 * accepted.
 */
export const standingFacts = (problems: readonly Problem[]): readonly Fact[] => {
  const known = problems.filter(({ standing, accepted }) => standing === true && accepted === undefined);
  const sorted = known.toSorted((a, b) => Number(isFirst(b)) - Number(isFirst(a)));
  const facts = [...Map.groupBy(sorted, ({ rule }) => rule)].map(([rule, members]) => factOf(rule, members));
  const accepted = acceptedFacts(problems);
  const room = MOST - accepted.length;
  if (facts.length <= room) return [...facts, ...accepted];
  const kept = facts.slice(0, room - 1);
  return [
    ...kept,
    { text: `${number(facts.length - kept.length)} more rules`, remedy: '--full shows them' },
    ...accepted,
  ];
};

/** What else a plan says in a line: that apply asks AWS, and what is so without being news. */
export const planFacts = (plan: Plan): readonly Fact[] => {
  const open = toConfirmText(plan);
  return [...(open === undefined ? [] : [{ text: open }]), ...standingFacts(plan.problems)];
};
