import type { Problem } from '../model/problem.ts';
import { RULES, type RuleName } from '../model/rules.ts';
import { LOCK_LISTS, type LockList, type ToolsLock } from '../model/tools-lock.ts';
import type { Layer, Verified, VerifyState, VerifyStep } from '../model/verify.ts';
import { cleaned } from '../net/masks.ts';
import { type ComparedItem, compareLocks } from './compare.ts';
import type { Locked } from './lock-of.ts';
import { newlyDestructive, type Suspicion, shadowingIn, suspicionsIn, type ToolNames } from './suspicions.ts';

/** Who is judged: the path in the registry, the entry's file and its lock's, as a user would open them. */
export interface Judged {
  readonly path: string;
  readonly file: string;
  readonly lockFile: string;
  /** A lock must be there. */
  readonly requireLock: boolean;
}

type LockRead = { readonly lock: ToolsLock } | { readonly problems: readonly Problem[] } | undefined;

const LONGEST = 100;

const problemOf = (
  rule: RuleName,
  { path, file }: Pick<Judged, 'path' | 'file'>,
  said: { readonly text: string; readonly hint?: string; readonly severity?: Problem['severity'] },
): Problem => ({
  rule,
  severity: said.severity ?? RULES[rule].severity,
  place: { file },
  subject: path,
  text: said.text,
  ...(said.hint === undefined ? {} : { hint: said.hint }),
});

const REFUSING: ReadonlySet<Layer> = new Set(['unauthorized', 'forbidden', 'ingress']);

/** Steps that compare a card with what is registered: they don't keep an agent from answering. */
const COMPARING: ReadonlySet<string> = new Set(['card-url', 'card-skills', 'card-signature']);

/** The step that decides: the first that failed, comparisons aside. */
const decisive = (steps: readonly VerifyStep[]): VerifyStep | undefined =>
  steps.find(({ step, state }) => state === 'failed' && !COMPARING.has(step));

/** What the steps alone say. */
export const stateOf = (steps: readonly VerifyStep[]): VerifyState => {
  const failed = decisive(steps);
  if (failed === undefined) return 'ok';
  return failed.layer !== undefined && REFUSING.has(failed.layer) ? 'refused' : 'unreachable';
};

const HINTS: Partial<Record<Layer, string>> = {
  ingress: "Give a token that the registry's own check takes (--ingress-token-file); those of people end soon.",
  unauthorized: "Let the server's authorizer accept the client, its scopes and its audience.",
  forbidden: 'Let the policy in front of the server allow the client.',
  path: 'Correct the URL of the entry, or scan again.',
  'content-type': 'Correct the URL: something else than the server answers there.',
};

const UNREACHABLE_HINT =
  'Check that the server runs and that this machine can reach it; the registry may reach it nevertheless.';

/** What failed on the way to a server, in the words of its layer. */
export const stepProblems = (steps: readonly VerifyStep[], judged: Judged): readonly Problem[] => {
  const failed = decisive(steps);
  const compared = steps.filter(({ step, state }) => state === 'failed' && COMPARING.has(step));
  const problems = compared.map(({ step, text = '' }) =>
    problemOf(step === 'card-signature' ? 'agent-card-signature' : 'agent-card', judged, {
      text: `${text}.`,
      hint: 'Correct the registration, or the card where the agent serves it.',
    }),
  );
  if (failed === undefined) return problems;
  const { layer = 'connection', step, text = '' } = failed;
  const rule = REFUSING.has(layer) ? 'server-refused' : 'server-unreachable';
  const hint = HINTS[layer] ?? UNREACHABLE_HINT;
  return [problemOf(rule, judged, { text: `${step}: ${text.replace(/\.$/, '')}.`, hint }), ...problems];
};

const NAMES: Readonly<Record<LockList | 'head', string>> = {
  tools: 'tool',
  prompts: 'prompt',
  resourceTemplates: 'resource template',
  skills: 'skill',
  head: 'what it says of itself',
};

const changeText = ({ list, name, change, parts }: ComparedItem): string => {
  const what = list === 'head' ? NAMES.head : `the ${NAMES[list]} ${JSON.stringify(cleaned(name, LONGEST))}`;
  const how = change === 'changed' ? `changed (${parts.join(', ')})` : change === 'added' ? 'is new' : 'is gone';
  const text = `${what} ${how} since the lock was reviewed.`;
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
};

const CHANGE_HINT = 'Look at the change with its owner; lock writes what is there now, for a review.';

const ruleProblems = (suspicions: readonly Suspicion[], judged: Judged): readonly Problem[] =>
  suspicions.map(({ rule, item, text }) =>
    problemOf(rule, judged, { text: `${item} ${text}.`, hint: 'Ask its owner for a description that only describes.' }),
  );

const echoProblems = (found: Locked, judged: Judged): readonly Problem[] =>
  found.echoing.map(({ list, position }) =>
    problemOf('tool-echoes-secret', judged, {
      text: `${list === 'head' ? NAMES.head : `The ${NAMES[list]} at position ${position + 1} of its list`} holds the credential that was sent.`,
      hint: 'Treat the credential as known to others: give the client another secret, then look at the server.',
    }),
  );

export interface Verdict {
  readonly lock: NonNullable<Verified['lock']>;
  readonly changes: readonly ComparedItem[];
  readonly problems: readonly Problem[];
}

const compared = (found: Locked, read: LockRead, judged: Judged): Verdict => {
  if (read === undefined) {
    const severity = judged.requireLock ? ('error' as const) : RULES['tools-unlocked'].severity;
    const count = LOCK_LISTS.reduce((sum, list) => sum + found.lock[list].length, 0);
    const text = `${judged.path} has no lock: nobody has reviewed the ${count === 1 ? 'one thing' : `${count} things`} that it offers.`;
    const hint = 'Write one with lock, and have it reviewed.';
    return { lock: 'missing', changes: [], problems: [problemOf('tools-unlocked', judged, { text, hint, severity })] };
  }
  if ('problems' in read) return { lock: 'unread', changes: [], problems: read.problems };
  const changes = compareLocks(read.lock, found.lock);
  const at = { ...judged, file: judged.lockFile };
  return {
    lock: changes.length === 0 ? 'same' : 'changed',
    changes,
    problems: [
      ...changes.map((change) => problemOf('tools-changed', at, { text: changeText(change), hint: CHANGE_HINT })),
      ...ruleProblems(newlyDestructive(changes), judged),
    ],
  };
};

/**
 * What a server or agent says of its tools, judged: by its lock, and by the rules that hold for every description. What
 * could not be read to its end is not compared: nothing that was not seen is gone.
 */
export const judgeTools = (
  found: Locked | { readonly refused: string } | undefined,
  read: LockRead,
  judged: Judged & { readonly names: ToolNames },
): Verdict => {
  if (found === undefined) return { lock: 'incomplete', changes: [], problems: [] };
  if ('refused' in found) {
    const hint = 'Split the server, or shorten its descriptions.';
    return {
      lock: 'incomplete',
      changes: [],
      problems: [problemOf('tools-unlockable', judged, { text: found.refused, hint })],
    };
  }
  const verdict = compared(found, read, judged);
  const suspicions = [...suspicionsIn(found.lock), ...shadowingIn(found.lock, judged.names)];
  return {
    ...verdict,
    problems: [...echoProblems(found, judged), ...verdict.problems, ...ruleProblems(suspicions, judged)],
  };
};
