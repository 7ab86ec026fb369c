import { probeMcp } from '../credentials/mcp-probe.ts';
import { verifyCredentials } from '../engine/tokens/verify.ts';
import { EXIT } from '../model/errors.ts';
import type { VerifyResult } from '../model/verify.ts';
import { createFetch } from '../net/fetch.ts';
import { SUMMARY_LIMIT } from '../report/document.ts';
import { verifyResult } from '../report/results.ts';
import { verifyMarkdown, verifyText } from '../report/verify-report.ts';
import type { CommandContext, RunCommand } from './context.ts';
import { fails, judged } from './judging.ts';
import { withTokens } from './token-renewal.ts';
import { readWanting, type Wanting } from './token-wanting.ts';

/** Milliseconds for one exchange with a server, and the bytes that its answer may have. */
const SERVER_LIMITS = { timeoutMs: 60_000, maxBodyBytes: 16 * 1024 * 1024 } as const;

const tryTokens = async (context: CommandContext, wanting: Omit<Wanting, 'problems'>): Promise<VerifyResult> => {
  const { environment, clock, cut, settings } = context;
  const { privateHosts, httpHosts } = settings;
  const policy = {
    environment,
    clock,
    signal: cut,
    ...SERVER_LIMITS,
    privateHosts,
    insecureHosts: httpHosts,
    ...context.requests?.('server'),
  };
  const fetch = createFetch(policy);
  try {
    return await withTokens(context, wanting, (sending) =>
      verifyCredentials(wanting.registrations, {
        ...sending,
        probe: (url, token) => probeMcp(url, token, { fetch, signal: cut }),
      }),
    );
  } finally {
    await fetch.close();
  }
};

/** Proves that tokens work: each server is asked for its tools with a fresh one. Changes nothing. */
export const verify: RunCommand = async (context) => {
  const { problems, ...wanting } = await readWanting(context);
  const tried = wanting.registrations.length === 0 ? { verified: [], problems: [] } : await tryTokens(context, wanting);
  const result = { ...tried, problems: judged([...problems, ...tried.problems], context) };
  return {
    exitCode: fails(result.problems, context) ? EXIT.failed : EXIT.done,
    result: verifyResult(result),
    problems: result.problems,
    text: verifyText(result, context.terminal),
    markdown: verifyMarkdown(result, { limit: SUMMARY_LIMIT }),
    outputs: {},
  };
};
