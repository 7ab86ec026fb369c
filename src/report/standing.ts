import { originFile, type Plan, type Unseen, type UnseenPlace } from '../model/plan.ts';
import type { Problem } from '../model/problem.ts';
import { type RuleName, ruleOf } from '../model/rules.ts';
import { toConfirmText } from './changes.ts';
import { isFirst, subjectText } from './problems.ts';
import type { Fact } from './report.ts';
import { number } from './wording.ts';

/** Lines of what is known: with the headline, the counts and what no scan sees a plan without news has ten lines. */
const MOST = 6;

/** One that is of a file is told by its rule and the file; of the whole registry, by what it says. */
const onlyFact = (problem: Problem): Fact => {
  if (problem.place !== undefined) {
    return { text: `1 × ${problem.rule}: ${problem.place.file}`, remedy: '--full shows it' };
  }
  const subject = subjectText(problem);
  return { text: subject === '' ? problem.text : `${subject}: ${problem.text}` };
};

const factOf = (rule: RuleName, members: readonly Problem[]): Fact => {
  const { standing } = ruleOf(rule);
  const [first] = members;
  if (standing !== undefined) return { text: `${number(members.length)} ${standing.what}`, remedy: standing.remedy };
  if (members.length === 1 && first !== undefined) return onlyFact(first);
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

/** Places and accounts that one line names. */
const MOST_PLACES = 3;

const placesText = (places: readonly UnseenPlace[]): string => {
  const left = places.length - MOST_PLACES;
  const named = places.slice(0, MOST_PLACES).map(({ place }) => place);
  return `${named.join(', ')}${left > 0 ? ` and ${number(left)} more` : ''}`;
};

/**
 * GitHub tells when a scan last ended without an error: that one saw every account. Of a later one that failed for an account no
 * run says which others it saw, so that nothing is claimed of any of them.
 */
const sinceText = (since: string | null | undefined): string => {
  if (since === undefined) return 'left out by the configuration, so not seen';
  return since === null ? 'not known to be seen by any scan' : `not known to be seen since ${since}`;
};

/** How many entries no scan sees, or perhaps none saw: where, and since when. */
const unseenFacts = ({ places }: Unseen): readonly Fact[] =>
  [...Map.groupBy(places, ({ since }) => since)].map(([since, members]) => ({
    text: `${number(members.reduce((sum, { entries }) => sum + entries, 0))} ${sinceText(since)}: ${placesText(members)}`,
    remedy:
      since === undefined
        ? 'agentcore-sync scan --prune removes their files'
        : 'agentcore-sync list --coverage tells which are, and why not',
  }));

const RUNS_UNREAD: Fact = {
  text: 'When accounts were last scanned whole is not known here',
  remedy: 'agentcore-sync list --coverage asks GitHub, with a token',
};

/**
 * How many entries are to be created of which the registry carries no mark of ours at any path. Before the first apply all
 * are, which the counts say.
 */
const newFacts = ({ changes, blocked = [], ours, judged }: Plan): readonly Fact[] => {
  const held = new Set(
    (judged?.changes ?? changes).flatMap((one) => ('registered' in one ? (one.registered.file ?? []) : [])),
  );
  const created = [...changes, ...blocked.map(({ change }) => change)].filter(({ action }) => action === 'create');
  const files = new Set(created.flatMap((change) => originFile(change) ?? []).filter((file) => !held.has(file)));
  if (files.size === 0 || ours === 0) return [];
  return [{ text: `${number(files.size)} new since the last apply (or deleted in the registry by hand)` }];
};

/** What else a plan says in a line: that apply asks AWS, what is so without being news, what no scan sees, and what is new. */
export const planFacts = (
  plan: Plan,
  { full = false }: { readonly full?: boolean | undefined } = {},
): readonly Fact[] => {
  const open = toConfirmText(plan);
  const { unseen } = plan;
  return [
    ...(open === undefined ? [] : [{ text: open }]),
    ...standingFacts(plan.problems),
    ...(unseen === undefined ? [] : unseenFacts(unseen)),
    ...(full && unseen?.runsRead === false ? [RUNS_UNREAD] : []),
    ...newFacts(plan),
  ];
};
