import type { CommandContext } from './context.ts';

/** Limits of one exchange with GitHub. */
export const GITHUB_LIMITS = { timeoutMs: 60_000, maxBodyBytes: 64 * 1024 * 1024 } as const;

/** The token for GitHub: the input, else GITHUB_TOKEN. Undefined where neither is set. */
export const githubTokenOf = (environment: CommandContext['environment']): string | undefined =>
  environment['INPUT_GITHUB-TOKEN']?.trim() || environment['GITHUB_TOKEN']?.trim() || undefined;
