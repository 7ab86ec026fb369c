import type { ChangedAtAws } from '../model/confirmation.ts';
import { SyncError } from '../model/errors.ts';
import type { Problem } from '../model/problem.ts';
import type { ToolsLock } from '../model/tools-lock.ts';
import type { Verified, VerifyCredential, VerifyResult, VerifyStep } from '../model/verify.ts';
import { mapLimit } from '../net/concurrency.ts';
import { cleaned } from '../net/masks.ts';
import { createTimeLimits } from '../net/time-limit.ts';
import { probeAgent, type RegisteredAgent } from './a2a.ts';
import { type Locked, lockOfCard, lockOfServer } from './lock-of.ts';
import { type McpFound, probeMcp } from './mcp.ts';
import { toolNames } from './suspicions.ts';
import { type Judged, judgeTools, stateOf, stepProblems } from './verdict.ts';
import { PROBE_LIMITS, type ProbePlace, type ProbeWorld } from './world.ts';

/** Where a server or agent is asked, or why it is not. */
export type Opened =
  | {
      readonly type: 'place';
      readonly place: ProbePlace;
      readonly issuer?: string;
      readonly client?: string;
      /** The last change of what is asked, where AWS said so on the way. */
      readonly changed?: ChangedAtAws;
      readonly problems: readonly Problem[];
    }
  | {
      readonly type: 'skipped' | 'withheld' | 'uncovered' | 'failed';
      readonly note?: string;
      readonly issuer?: string;
      readonly client?: string;
      readonly problems: readonly Problem[];
    };

/** One server or agent that is to be verified. */
export interface Subject extends Judged {
  readonly type: 'server' | 'agent';
  readonly credential: VerifyCredential;
  /** What becomes of it in the registry where it is not what was reviewed. */
  readonly onToolChange: 'report' | 'disable';
  /** What an agent's registration says. */
  readonly agent?: RegisteredAgent;
  /** What was reviewed: undefined where there is no lock. */
  readonly reviewed: { readonly lock: ToolsLock } | { readonly problems: readonly Problem[] } | undefined;
  /** Gets its credential. Rejects with SyncError where that fails unforeseen. */
  readonly open: () => Promise<Opened>;
}

export interface VerifyWorld extends ProbeWorld {
  /** Servers side by side. */
  readonly concurrency: number;
  /** Locks of entries that this run does not look at: their tools' names count too. Keys are paths. */
  readonly others?: ReadonlyMap<string, ToolsLock>;
  /** After each server. */
  readonly onDone?: (path: string) => void;
}

/** What a run found: the result, and what each server said of itself as far as that is complete. Keys are paths. */
export interface VerifyFound extends VerifyResult {
  readonly locks: ReadonlyMap<string, ToolsLock>;
}

interface Asked {
  readonly opened: Opened;
  readonly steps: readonly VerifyStep[];
  readonly server?: Partial<Pick<Verified, 'era' | 'version' | 'server' | 'tools' | 'skills'>> | undefined;
  readonly found?: Locked | { readonly refused: string } | undefined;
}

const LONGEST = 200;

const notAsked = (opened: Opened): Asked => ({ opened, steps: [] });

const describeServer = ({ server, tools }: McpFound, secrets: readonly string[]): Asked['server'] =>
  server === undefined
    ? {}
    : {
        era: server.era,
        version: server.protocol,
        server: cleaned(`${server.name} ${server.version}`, LONGEST, secrets),
        ...(tools === undefined ? {} : { tools: tools.length }),
      };

const askServer = async (opened: Opened, place: ProbePlace, world: ProbeWorld): Promise<Asked> => {
  const found = await probeMcp(place, world);
  const { secrets } = place;
  return { opened, steps: found.steps, server: describeServer(found, secrets), found: lockOfServer(found, secrets) };
};

const askAgent = async (
  { agent, opened }: { readonly agent: RegisteredAgent; readonly opened: Opened },
  place: ProbePlace,
  world: ProbeWorld,
): Promise<Asked> => {
  const { card, steps } = await probeAgent(agent, place, world);
  if (card === undefined) return { opened, steps };
  const { secrets } = place;
  return {
    opened,
    steps,
    server: {
      version: cleaned(card.versions.join(', '), 40, secrets),
      server: cleaned(card.name, LONGEST, secrets),
      skills: card.skills.length,
    },
    found: lockOfCard(card, secrets),
  };
};

const expired = (): SyncError =>
  new SyncError(
    'network',
    'timeout',
    `expected everything that is asked of one server within ${PROBE_LIMITS.serverMs / 1000} s`,
  );

const openedOf = async (subject: Subject): Promise<Opened> => {
  try {
    return await subject.open();
  } catch (error) {
    if (!(error instanceof SyncError)) throw error;
    const { message, hint } = error;
    const problem: Problem = {
      rule: 'token-failed',
      severity: 'error',
      place: { file: subject.file },
      subject: subject.path,
      text: `${message}.`,
      ...(hint === undefined ? {} : { hint }),
    };
    return { type: 'failed', note: message, problems: [problem] };
  }
};

const ask = async (
  subject: Subject,
  world: ProbeWorld,
  limits: ReturnType<typeof createTimeLimits>,
): Promise<Asked> => {
  const opened = await openedOf(subject);
  if (opened.type !== 'place') return notAsked(opened);
  const { agent } = subject;
  const ending = new AbortController();
  const signal = AbortSignal.any([world.signal, ending.signal]);
  const bounded = { ...world, signal };
  const asking =
    agent === undefined ? askServer(opened, opened.place, bounded) : askAgent({ agent, opened }, opened.place, bounded);
  const late = expired();
  try {
    return await limits.run(
      () => asking,
      () => late,
    );
  } catch (error) {
    if (error !== late) throw error;
    // What was found by then counts; the step under way is the one that fails.
    ending.abort(late);
    return asking;
  }
};

const ended = (count: number): Problem => ({
  rule: 'command-failed',
  severity: 'error',
  subject: 'verify',
  text: `The run was ended: ${count} of its servers and agents were not looked at.`,
});

interface Answered extends Asked {
  readonly subject: Subject;
}

const isComplete = (found: Asked['found']): found is Locked => found !== undefined && 'lock' in found;

const verified = (
  { subject, opened, steps, server, found }: Answered,
  names: ReturnType<typeof toolNames>,
): { readonly verified: Verified; readonly problems: readonly Problem[] } => {
  const { path, file, type, credential } = subject;
  const { issuer, client } = opened;
  const common = {
    path,
    file,
    type,
    credential,
    ...(issuer === undefined ? {} : { issuer }),
    ...(client === undefined ? {} : { client }),
  };
  if (opened.type !== 'place') {
    const { note } = opened;
    return {
      verified: { ...common, state: opened.type, steps, ...(note === undefined ? {} : { note }) },
      problems: opened.problems,
    };
  }
  const verdict = judgeTools(found, subject.reviewed, { ...subject, names });
  const state = stateOf(steps);
  const failed = steps.find((step) => step.state === 'failed');
  const changes = verdict.changes.map(({ before: _, after: __, ...change }) => change);
  return {
    verified: {
      ...common,
      state: state === 'ok' && verdict.lock === 'changed' ? 'changed' : state,
      ...server,
      steps,
      lock: verdict.lock,
      ...(changes.length === 0 ? {} : { changes }),
      ...(changes.length === 0 || opened.changed === undefined ? {} : { why: { aws: opened.changed } }),
      ...(failed?.text === undefined ? {} : { note: `${failed.step}: ${failed.text}` }),
    },
    problems: [...opened.problems, ...stepProblems(steps, subject), ...verdict.problems],
  };
};

/**
 * Verifies servers and agents side by side: each is asked at its place, in its own time, and judged by its lock. Changes
 * nothing anywhere. One that is slow, hostile or large delays none but itself; a run that is ended begins no more, and tells
 * how many it did not look at.
 */
export const verifyAll = async (subjects: readonly Subject[], world: VerifyWorld): Promise<VerifyFound> => {
  const { signal, clock, concurrency, onDone = () => undefined } = world;
  const limits = createTimeLimits(PROBE_LIMITS.serverMs, clock, signal);
  const answers = await mapLimit(subjects, concurrency, async (subject): Promise<readonly Answered[]> => {
    if (signal.aborted) return [];
    try {
      const asked = await ask(subject, world, limits);
      onDone(subject.path);
      return [{ ...asked, subject }];
    } catch (error) {
      if (signal.aborted) return [];
      throw error;
    }
  });
  const done = answers.flat();
  const locks = new Map(
    done.flatMap(({ subject, found }) => (isComplete(found) ? [[subject.path, found.lock] as const] : [])),
  );
  const names = toolNames(new Map([...(world.others ?? []), ...locks]));
  const judged = done.map((answer) => verified(answer, names));
  const left = subjects.length - done.length;
  return {
    verified: judged.map((one) => one.verified),
    problems: [...judged.flatMap(({ problems }) => problems), ...(left === 0 ? [] : [ended(left)])],
    locks,
  };
};
