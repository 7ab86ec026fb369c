import { suggest } from '../document/suggest.ts';
import type { Configuration } from '../model/generated/configuration.ts';
import { type AcceptedFinding, isLess, type Judging } from '../model/judging.ts';
import type { Problem } from '../model/problem.ts';
import { isGuard, RULES, type RuleName, ruleOf } from '../model/rules.ts';
import type { ConfigurationPlace } from './load.ts';
import type { OptionValues } from './options/options.ts';

const isRule = (name: string): name is RuleName => Object.hasOwn(RULES, name);

const NAMES = Object.keys(RULES);

const unknownRule = (name: string, place: Problem['place']): Problem => {
  const meant = suggest(name, NAMES);
  return {
    rule: 'configuration-schema',
    severity: 'error',
    ...(place === undefined ? {} : { place }),
    subject: name,
    text: `There is no rule ${name}.`,
    hint: meant === undefined ? 'docs/rules.md lists the rules.' : `Did you mean ${meant}?`,
  };
};

const guarded = (name: string, what: string, place: Problem['place']): Problem => ({
  rule: 'configuration-contradiction',
  severity: 'error',
  ...(place === undefined ? {} : { place }),
  subject: name,
  text: `${name} is a guard: it can't be ${what}.`,
  hint: 'What it stops would cost somebody a token, a server or the catalogue: mend the entry.',
});

/** What is wrong with `rules` and `accepted`: names that are no rules, and guards that would be lowered or accepted. */
export const judgingProblems = (
  { rules = {}, accepted = [] }: Pick<Configuration, 'rules' | 'accepted'>,
  placeOf: ConfigurationPlace,
): readonly Problem[] => [
  ...Object.entries(rules).flatMap(([name, severity]) => {
    const place = placeOf(['rules', name]);
    if (!isRule(name)) return [unknownRule(name, place)];
    const isLowered = isGuard(name) && isLess(severity, ruleOf(name).severity);
    return isLowered ? [guarded(name, severity === 'off' ? 'switched off' : 'lowered', place)] : [];
  }),
  ...accepted.flatMap(({ rule }, at) => {
    const place = placeOf(['accepted', at, 'rule']);
    if (!isRule(rule)) return [unknownRule(rule, place)];
    return isGuard(rule) ? [guarded(rule, 'accepted', place)] : [];
  }),
];

/** How problems are judged; what is no rule, or a guard that would be lowered, counts for nothing. */
export const judgingSettings = (
  { rules = {}, accepted = [] }: Pick<Configuration, 'rules' | 'accepted'>,
  { failOn }: Pick<OptionValues, 'failOn'>,
): Judging => {
  const counting = Object.entries(rules).filter(
    ([name, severity]) => isRule(name) && !(isGuard(name) && isLess(severity, ruleOf(name).severity)),
  );
  return {
    severities: Object.fromEntries(counting),
    accepted: accepted.flatMap(({ rule, ...rest }): AcceptedFinding[] =>
      isRule(rule) && !isGuard(rule) ? [{ rule, ...rest }] : [],
    ),
    failOn: failOn ?? 'error',
  };
};
