import type { Settings } from '../config/settings.ts';
import type { CommandResult } from '../model/command-result.ts';
import type { RunFacts } from '../model/run-facts.ts';
import type { OnWork } from '../model/work.ts';
import type { Clock } from '../net/clock.ts';
import type { RequestLog } from '../net/request-log.ts';
import type { LogItem } from '../report/progress.ts';

export type { CommandResult };

/** What the doors give to every command: the world outside, as far as a command may touch it. */
export interface CommandContext {
  readonly settings: Settings;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** What the forge's runner says of the run. */
  readonly run: RunFacts;
  readonly clock: Clock;
  /** Aborted on SIGTERM and SIGINT: the write in hand is finished, nothing new is begun. */
  readonly signal: AbortSignal;
  /** Aborted a few seconds later: a call that is still under way then is given up. */
  readonly cut: AbortSignal;
  readonly terminal: {
    /** Width in columns. */
    readonly width: number;
    readonly colour: boolean;
    /** Everything is shown, also what is many or known; known once the options are read. */
    readonly full?: boolean;
    /** The catalogue's directory; likewise. */
    readonly directory?: string;
    /** True where a live line may be rewritten. */
    readonly live: boolean;
    /** Writes to standard output, before the command ends. */
    readonly print?: (text: string) => void;
    /** Writes what stands first on standard output; true where something does, so that a reader knows that the command is at work. */
    readonly begin?: (headline: string) => boolean;
    /** Writes to standard error. */
    readonly write: (text: string) => void;
    /** Asks a person, and resolves with the line that was typed; absent where nobody sits before a terminal. */
    readonly ask?: (question: string) => Promise<string>;
    /** Does something again and again, every so many milliseconds, until the returned function ends it. */
    readonly every?: (ms: number, work: () => void) => () => void;
    /** In GitHub Actions: one line of the log, or the begin or end of a group. */
    readonly log: (item: LogItem) => void;
  };
  /** Whom to tell what is under way. */
  readonly work?: OnWork;
  /** Whom to tell of requests, with --debug. */
  readonly requests?: RequestLog;
  /** Makes a secret unreadable in logs before it is used. */
  readonly mask: (secret: string) => void;
  /** A text from outside without the secrets that were masked so far. */
  readonly hide: (text: string) => string;
  /** In GitHub Actions: groups in the log, a job summary, outputs. */
  readonly actions: boolean;
  /** What stands after the options, as `show` takes it. */
  readonly operands: readonly string[];
}

/** A command: settings in, result out. */
export type RunCommand = (context: CommandContext) => Promise<CommandResult>;
