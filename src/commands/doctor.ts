import { createIdToken } from '../forge/github/id-token.ts';
import { GITHUB_LIMITS } from '../forge/github/open.ts';
import { EXIT } from '../model/errors.ts';
import { createFetch } from '../net/fetch.ts';
import { checksReport } from '../report/checks-report.ts';
import { inBoth } from '../report/report.ts';
import type { RunCommand } from '../running/context.ts';
import { awsSteps } from '../setup/aws-checks.ts';
import { confirmStep } from '../setup/confirm-checks.ts';
import { runChecks } from '../setup/doctor.ts';
import { registryChecks } from '../setup/registry-checks.ts';
import { githubStep, ownersStep } from '../setup/repository-checks.ts';
import { targetsStep } from '../setup/target-checks.ts';
import { tokenStep } from '../setup/token-check.ts';

/** `agentcore-sync doctor`: one table of everything that the other commands lean on. */
export const doctor: RunCommand = async (context) => {
  const { settings, environment, clock, signal, cut, mask, terminal } = context;
  const fetch = createFetch({ environment, clock, signal: cut, ...GITHUB_LIMITS, ...context.requests?.('github') });
  const idToken = createIdToken(environment, fetch, mask);
  const aws = awsSteps(context, idToken);
  const confirm = confirmStep(context, idToken);
  try {
    const steps = [
      tokenStep(context, idToken),
      ...aws.steps,
      targetsStep(context),
      confirm.step,
      ...registryChecks(context),
      githubStep(context, fetch),
      ownersStep(context),
    ];
    const checks = await runChecks(steps, { parts: settings.checks, signal });
    return {
      exitCode: checks.some(({ state }) => state === 'failed') ? EXIT.failed : EXIT.done,
      result: { checks },
      problems: [],
      ...inBoth(checksReport(checks), terminal),
      outputs: {},
    };
  } finally {
    aws.close();
    confirm.close();
    await fetch.close();
  }
};
