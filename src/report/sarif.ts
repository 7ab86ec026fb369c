import { createHash } from 'node:crypto';
import packageJson from '../../package.json' with { type: 'json' };
import type { Problem, Severity } from '../model/problem.ts';
import { helpOf, type RuleName, ruleOf } from '../model/rules.ts';
import { gravestFirst } from './problems.ts';
import { sortedKeys } from './values.ts';
import { visible } from './visible.ts';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/** Results of a run that code scanning takes; of more the gravest are kept. https://docs.github.com/code-security/reference/code-scanning/sarif-files/sarif-support-for-code-scanning */
const MOST = 25_000;
/** Characters of one message. */
const LONGEST = 4000;

const LEVELS = { error: 'error', warning: 'warning', notice: 'note' } as const satisfies Record<Severity, string>;

export interface SarifRun {
  readonly command: string;
  readonly problems: readonly Problem[];
  /** The configuration, relative to the working directory: what belongs to no file is shown there. */
  readonly config: string;
  /** Where the working directory lies in its repository: '' at the root, else `folder/`. */
  readonly prefix: string;
  /** Whether the command did what it was for. */
  readonly successful: boolean;
}

/** Text in which nothing is a link: brackets make one (SARIF 2.1.0, 3.11.6). */
const plain = (text: string): string =>
  visible(text)
    .slice(0, LONGEST)
    .replaceAll(/[\\[\]]/g, '\\$&');

const messageOf = ({ subject, text, hint, lines = [] }: Problem): string =>
  [
    text.includes(subject) || subject === '' ? text : `${subject}: ${text}`,
    ...(hint === undefined ? [] : [hint]),
    ...lines,
  ]
    .map(plain)
    .join('\n');

/** A path from the repository's root as a relative URI reference. */
const uriOf = (file: string, prefix: string): string =>
  // A name that is no text can't be percent-encoded.
  `${prefix}${file}`.toWellFormed().split('/').map(encodeURIComponent).join('/');

/**
 * What stays the same of a problem while lines move and words around it change: rule, file, subject, and the place in the
 * file's values, or else the words without their numbers. The nth of equal ones is told by its number.
 */
const fingerprints = (): ((problem: Problem) => string) => {
  const met = new Map<string, number>();
  return ({ rule, place, subject, text }) => {
    const what = place?.pointer === undefined ? text.replaceAll(/\d+/g, '#') : place.pointer;
    const key = JSON.stringify([rule, place?.file, subject, what]);
    const nth = met.get(key) ?? 0;
    met.set(key, nth + 1);
    return createHash('sha256')
      .update(JSON.stringify([key, nth]))
      .digest('hex');
  };
};

const locationOf = ({ place, subject }: Problem, { config, prefix }: SarifRun) => ({
  physicalLocation: {
    artifactLocation: { uri: uriOf(place?.file ?? config, prefix), uriBaseId: '%SRCROOT%' },
    // Code scanning shows a result at a line, or nowhere.
    region: {
      startLine: place?.line ?? 1,
      ...(place?.line === undefined || place.column === undefined ? {} : { startColumn: place.column }),
    },
  },
  ...(subject === '' ? {} : { logicalLocations: [{ fullyQualifiedName: plain(subject) }] }),
});

const descriptor = (name: RuleName) => {
  const { severity, text, owasp } = ruleOf(name);
  return {
    id: name,
    shortDescription: { text: plain(text) },
    helpUri: helpOf(name),
    defaultConfiguration: { level: LEVELS[severity] },
    ...(owasp === undefined ? {} : { properties: { tags: ['security', owasp] } }),
  };
};

/**
 * The problems of a run as SARIF 2.1.0, every one of them: also what is known, and, as suppressed, what a person accepts.
 * Equal runs give equal texts. What code scanning can't show beside a file stands at the first line of the configuration.
 */
export const sarifText = (run: SarifRun): string => {
  const problems = gravestFirst(run.problems).slice(0, MOST);
  const names = [...new Set(problems.map(({ rule }) => rule))].sort();
  const fingerprint = fingerprints();
  const results = problems.map((problem) => ({
    ruleId: problem.rule,
    ruleIndex: names.indexOf(problem.rule),
    level: LEVELS[problem.severity],
    message: { text: messageOf(problem) },
    locations: [locationOf(problem, run)],
    partialFingerprints: { 'agentcoreSync/v1': fingerprint(problem) },
    ...(problem.accepted === undefined
      ? {}
      : { suppressions: [{ kind: 'external', status: 'accepted', justification: plain(problem.accepted.reason) }] }),
  }));
  const log = {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: { name: packageJson.name, semanticVersion: packageJson.version, rules: names.map(descriptor) },
        },
        automationDetails: { id: `${packageJson.name}/${run.command}/` },
        invocations: [{ executionSuccessful: run.successful }],
        columnKind: 'utf16CodeUnits',
        results,
      },
    ],
  };
  return `${JSON.stringify(sortedKeys(log), null, 2)}\n`;
};
