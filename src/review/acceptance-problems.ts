import type { Configuration } from '../model/generated/configuration.ts';
import type { Problem } from '../model/problem.ts';

type Judging = Pick<Configuration, 'rules' | 'accepted'>;
type Accepted = NonNullable<Judging['accepted']>[number];

const problem = (config: string, text: string): Problem => ({
  rule: 'settings-changed',
  severity: 'warning',
  place: { file: config },
  subject: config,
  text,
  hint: 'It counts after a merge without entries: look whether you want not to be told of it any more.',
});

const acceptedText = ({ rule, path, reason, until }: Accepted): string =>
  `This pull request accepts ${rule} at ${path}${until === undefined ? ', without an end' : ` until ${until}`}: ${reason}`;

/** What a change of the configuration would let pass: new accepted problems, and severities that it sets. */
export const acceptanceProblems = (before: Judging, after: Judging, config: string): readonly Problem[] => {
  const known = new Set((before.accepted ?? []).map((one) => JSON.stringify(one)));
  const accepted = (after.accepted ?? []).filter((one) => !known.has(JSON.stringify(one)));
  const severities = Object.entries(after.rules ?? {}).filter(([rule, severity]) => before.rules?.[rule] !== severity);
  return [
    ...accepted.map((one) => problem(config, acceptedText(one))),
    ...severities.map(([rule, severity]) =>
      problem(config, `This pull request sets the severity of ${rule} to ${severity}.`),
    ),
  ];
};
