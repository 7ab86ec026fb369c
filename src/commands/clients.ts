import { EXIT } from '../model/errors.ts';
import { hasErrors } from '../model/problem.ts';
import { clientsReport, clientsResult } from '../report/clients.ts';
import { inBoth } from '../report/report.ts';
import { reportedClients } from '../review/reported-clients.ts';
import { loadCatalogue, unreadProblems } from '../running/catalogue.ts';
import type { RunCommand } from '../running/context.ts';

/** The configuration's clients: where their secrets are, and what they are for. Needs neither network nor secret. */
export const clients: RunCommand = async (context) => {
  const { settings, terminal } = context;
  const catalogue = await loadCatalogue(context);
  const reported = reportedClients(settings, catalogue);
  // A client whose entry can't be read would look unused.
  const problems = unreadProblems(catalogue, settings.directory);
  return {
    exitCode: hasErrors(problems) ? EXIT.failed : EXIT.done,
    result: clientsResult(reported),
    problems,
    ...inBoth(clientsReport(reported, problems), terminal),
    outputs: {},
  };
};
