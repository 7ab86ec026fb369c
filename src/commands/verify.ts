import { noneCovered } from '../engine/tokens/none-covered.ts';
import { EXIT } from '../model/errors.ts';
import { isNews, type Problem } from '../model/problem.ts';
import { inBoth } from '../report/report.ts';
import { verifyResult } from '../report/results.ts';
import { verifyReport } from '../report/verify-report.ts';
import { handOver, isWhole, rowFailures } from '../review/owner-failures.ts';
import type { RunCommand } from '../running/context.ts';
import { fails, judged } from '../running/judging.ts';
import { ownershipOf } from '../running/selecting.ts';
import { askAll, writeFound } from '../verify/asking.ts';
import { readFindings } from '../verify/findings-file.ts';
import { besideHealth } from '../verify/registry-health.ts';
import { scannedProblems } from '../verify/scanner.ts';
import { withSubjects } from '../verify/subjects.ts';
import { tellWhy } from '../verify/why.ts';

/** Proves that what is registered answers, and that it offers what was reviewed. Changes nothing. */
export const verify: RunCommand = async (context) => {
  const { result, problems, written, handed } = await withSubjects(context, async (subjects) => {
    const scanned = readFindings(context.settings.verify.findings);
    const [asked, health] = await Promise.all([askAll(context, subjects), subjects.health()]);
    const registries = besideHealth(asked.verified, health);
    const found = { ...asked, verified: await tellWhy(asked.verified, subjects, context.settings.directory) };
    const all: readonly Problem[] = [
      ...subjects.problems(),
      ...found.problems,
      ...registries.flatMap((one) => one.problems),
      ...scannedProblems(scanned, {
        locks: found.locks,
        judged: new Map(subjects.subjects.map((subject) => [subject.path, subject])),
      }),
    ];
    const { results } = context.settings.verify;
    const written = results === undefined ? undefined : await writeFound(results, { context, subjects, found });
    const told = judged(all, context);
    const problems = judged([...noneCovered('verify', found.verified, told), ...told], context);
    const owning = ownershipOf(context.settings, subjects.catalogue);
    const handed = await handOver(context, {
      command: 'verify',
      complete: isWhole(context),
      problems,
      owning,
      more: rowFailures(
        found.verified.filter(({ state }) => state === 'failed' || state === 'withheld'),
        problems,
        ({ file = '' }) => owning.ofFile(file),
      ),
    });
    return { result: { ...found, registries }, problems, written, handed };
  });
  const { verified, registries } = result;
  const shown = { verified, registries, problems };
  return {
    exitCode: fails(problems.filter(isNews), context) ? EXIT.failed : EXIT.done,
    result: verifyResult(shown),
    problems,
    ...inBoth(verifyReport(shown), context.terminal),
    outputs: {
      changes: String(result.verified.filter(({ state }) => state === 'changed').length),
      ...written,
      ...handed,
    },
  };
};
