import type { OptionKey } from './options.ts';

/** What people try because another tool has it, and what does the same here. */
interface Habit {
  readonly flags: readonly string[];
  /** The option that does it: the hint is given by the commands that take it; absent: by all. */
  readonly by?: OptionKey;
  readonly hint: string;
}

const HABITS: readonly Habit[] = [
  {
    flags: ['--quiet', '--silent', '-q', '-s'],
    hint: 'Without news little is printed. 2>/dev/null leaves problems out, --output json is for programs.',
  },
  { flags: ['--verbose', '-V', '--trace'], hint: '--full shows all that is many or known, --debug each request.' },
  { flags: ['--log-level', '--loglevel'], by: 'debug', hint: '--debug shows each request.' },
  { flags: ['--json', '--format', '-o', '-f'], by: 'output', hint: 'Use --output json.' },
  { flags: ['--all'], by: 'full', hint: 'Use --full.' },
  { flags: ['--color', '--colour'], hint: 'Set FORCE_COLOR=1.' },
  {
    flags: ['--auto-approve', '--assume-yes', '--force', '--no-input', '--non-interactive', '-y'],
    by: 'yes',
    hint: 'Use --yes.',
  },
  { flags: ['--detailed-exitcode', '-detailed-exitcode'], by: 'exitCode', hint: 'Use --exit-code.' },
  {
    flags: ['--target', '-target', '--filter', '--select-tag', '--selector', '-l'],
    by: 'only',
    hint: 'Use --only, for example --only path=/pricing/ or --only account=111111111111.',
  },
  { flags: ['--strict'], by: 'failOn', hint: 'Use --fail-on warning.' },
  { flags: ['--parallelism', '-j', '-p'], by: 'concurrency', hint: 'Use --concurrency.' },
  { flags: ['-r'], by: 'regions', hint: 'Use --regions.' },
  { flags: ['-c'], by: 'config', hint: 'Use --config.' },
  { flags: ['--profile'], by: 'credentials', hint: 'Set AWS_PROFILE.' },
];

/** What to use here in place of a flag of other tools; undefined: it is none that is known. */
export const habitHint = (flag: string, takes: (key: OptionKey) => boolean): string | undefined =>
  HABITS.find(({ flags, by }) => flags.includes(flag) && (by === undefined || takes(by)))?.hint;

/** Spelling of other tools that is obeyed wherever it stands: no colours, as NO_COLOR says it. */
const PLAIN: ReadonlySet<string> = new Set(['--no-color', '--no-colour', '--color=never', '--colour=never']);

/** The words of a call without the flags for colour, and whether one of them was there. What stands behind -- is left as it is. */
export const withoutColourFlags = (
  words: readonly string[],
): { readonly words: readonly string[]; readonly plain: boolean } => {
  const end = words.indexOf('--');
  const own = end === -1 ? words : words.slice(0, end);
  const kept = own.filter((word) => !PLAIN.has(word));
  return { words: [...kept, ...words.slice(own.length)], plain: kept.length < own.length };
};
