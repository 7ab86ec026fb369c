import type { OnWork } from '../model/work.ts';
import { redrawn } from '../report/progress.ts';
import { type WorkProgress, worked, workLine, workText } from '../report/work-progress.ts';
import type { CommandContext } from './context.ts';

/** Milliseconds: between two pictures of a terminal, before the first line of a log, between two lines of it. */
const LIVE_MS = 250;
const FIRST_MS = 1000;
const LOG_MS = 10_000;
/** How often a log is looked after: with the start of the process its first line stands there within two seconds. */
const LOOK_MS = 100;

/** What shows a run's work, until it is closed. */
export interface Work {
  readonly tell: OnWork;
  readonly close: () => void;
}

type World = Pick<CommandContext, 'terminal' | 'clock' | 'actions'> & {
  /** Lines of a log come in between: none is rewritten. */
  readonly debug: boolean;
  /** Standard output has said what is done: a log need not say so too before it takes long. */
  readonly begun: boolean;
};

const SILENT: Work = { tell: () => undefined, close: () => undefined };

/** One line of a terminal, drawn anew as time goes by. */
const onTerminal = ({ terminal, clock }: World): Work => {
  let progress: WorkProgress;
  let drawn = 0;
  const draw = (lines: readonly string[]): void => {
    if (drawn > 0 || lines.length > 0) terminal.write(redrawn(drawn, lines));
    drawn = lines.length;
  };
  const lines = (): readonly string[] =>
    progress === undefined ? [] : [workLine(progress, clock.now(), terminal.width)];
  const stop = terminal.every?.(LIVE_MS, () => {
    if (progress !== undefined) draw(lines());
  });
  return {
    tell: (event) => {
      progress = worked(progress, event, clock.now());
      // What has begun is shown at once: work that keeps the processor busy lets no timer draw.
      if (event.type !== 'step') draw(lines());
    },
    close: () => {
      stop?.();
      draw([]);
    },
  };
};

/** A line every ten seconds, and where nothing stands there yet one before two are over: nobody has to wonder whether a job hangs. */
const inLog = ({ terminal, clock, actions, begun }: World): Work => {
  let progress: WorkProgress;
  let next = clock.now() + (begun ? LOG_MS : FIRST_MS);
  const stop = terminal.every?.(LOOK_MS, () => {
    const now = clock.now();
    if (progress === undefined || now < next) return;
    const text = workText(progress, now);
    if (actions) terminal.log({ type: 'line', text });
    else terminal.write(`${text}\n`);
    next = now + LOG_MS;
  });
  return {
    tell: (event) => {
      progress = worked(progress, event, clock.now());
    },
    close: () => stop?.(),
  };
};

/**
 * Shows what a run is at: on a terminal one live line, whatever the output is; in logs and pipes lines on standard error
 * (in Actions in the job's log).
 */
export const showWork = (world: World): Work => {
  const { terminal, debug } = world;
  if (terminal.every === undefined) return SILENT;
  return terminal.live && !debug ? onTerminal(world) : inLog(world);
};
