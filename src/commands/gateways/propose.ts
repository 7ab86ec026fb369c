import { readFile } from 'node:fs/promises';
import { partitionOf } from '../../aws/partitions.ts';
import { changedTree } from '../../catalogue/changed-tree.ts';
import { newEntryText } from '../../catalogue/new-entry.ts';
import { writeDirectory } from '../../catalogue/write-directory.ts';
import { addClients } from '../../config/add-clients.ts';
import { runAddress } from '../../forge/github/environment.ts';
import { loadGateways } from '../../gateways/loading.ts';
import { handoverAt } from '../../gateways/standing.ts';
import { EXIT, SyncError } from '../../model/errors.ts';
import type { Problem } from '../../model/problem.ts';
import type { StandingGateway } from '../../model/standing-gateway.ts';
import { registryRules } from '../../registries/table.ts';
import { proposedText, writtenText } from '../../report/proposed-text.ts';
import { counted } from '../../report/wording.ts';
import type { Proposed } from '../../requests/content.ts';
import { clientsFor, deployedToRequests, seenIn } from '../../requests/deployed-to-requests.ts';
import { lineOf, notesOf, openedOf } from '../../requests/result.ts';
import { readTold } from '../../requests/standing-gateways.ts';
import { judgeCatalogue } from '../../running/catalogue.ts';
import type { CommandContext, CommandResult } from '../../running/context.ts';
import { readHandover } from '../../running/handover.ts';
import { fails, judged } from '../../running/judging.ts';
import { scanCatalogue } from '../../running/scanning.ts';
import { writeWhole } from '../../running/write-file.ts';

/** What is wrong with a source that its schema does not tell: hosts, accounts, as they are judged in a review. */
const faultOf =
  (context: CommandContext) =>
  (source: StandingGateway['source']): string | undefined => {
    const id = source.arn.slice(source.arn.lastIndexOf('/') + 1);
    const path = `${source.account}/${source.region}/gateways/${id}.yaml`;
    const text = newEntryText({ kind: 'gateway', value: source }, { path: '/deployed/' });
    const { problems } = judgeCatalogue({ tree: new Map([[path, text]]), refused: new Set(), problems: [] }, context);
    return problems.find((one) => one.severity === 'error' && one.place?.file.endsWith(path) === true)?.text;
  };

/** Deployed gateways, and what is wrong with what was told of them. */
interface Standing {
  readonly gateways: readonly StandingGateway[];
  readonly problems: readonly Problem[];
}

/** What stands, as another job told it, and what was not believed of it. */
const readStanding = async (context: CommandContext): Promise<Standing> => {
  const { results, resultsDigest } = context.settings.verify;
  if (results === undefined) {
    throw new SyncError('usage', 'missing-option', 'gateways propose: expected results, met none.', {
      hint: 'Give the folder that gateways plan or deploy wrote with --results.',
    });
  }
  const told = readHandover(handoverAt(results), resultsDigest);
  const { definitions } = await loadGateways(context);
  const { gateways, refused } = readTold(told, {
    defined: definitions.map(({ place, value }) => ({ ...place, makesPool: value.authorizer.type === 'ez-auth' })),
    dnsSuffix: (region) => partitionOf(region).dnsSuffix,
    fault: faultOf(context),
  });
  const problems = refused.map(
    (text): Problem => ({
      rule: 'command-failed',
      severity: 'error',
      subject: 'gateways propose',
      text: `${text} Nothing is proposed for it.`,
      hint: 'Look at the run that wrote the folder; the next scan brings what AWS has.',
    }),
  );
  return { gateways, problems };
};

const inDirectory = async (context: CommandContext, { gateways, problems: told }: Standing): Promise<CommandResult> => {
  const { settings } = context;
  const reading = { settings, registries: registryRules(settings) };
  const { read, merge } = await scanCatalogue(context, async ({ tree }) => seenIn(reading, gateways)(tree));
  await writeDirectory(settings.directory, merge.changes);
  const clients = clientsFor(reading, gateways, changedTree(read.tree, merge.changes));
  const before = await readFile(settings.configFile, 'utf8').catch(() => '');
  const done = addClients(settings.configFile, before, clients);
  if ('refused' in done) {
    throw new SyncError('catalogue', 'write-failed', `Adding clients to ${settings.configFile}: ${done.refused}`, {
      hint: 'Add the issuers: block that gateways deploy printed, by hand.',
    });
  }
  const configuration = done.text === before ? undefined : settings.configFile;
  if (configuration !== undefined) writeWhole(configuration, done.text);
  const files = merge.changes.map(({ path }) => `${settings.directory}/${path}`);
  const problems = judged([...told, ...merge.problems], context);
  return {
    exitCode: fails(problems, context) ? EXIT.failed : EXIT.done,
    result: { files, ...(configuration === undefined ? {} : { configuration }) },
    problems,
    text: writtenText({ files, configuration }),
    markdown: '',
    outputs: { changes: String(files.length) },
  };
};

const inPullRequests = async (
  context: CommandContext,
  { gateways, problems: told }: Standing,
): Promise<CommandResult> => {
  const { withRepository } = await import('../../forge/github/open.ts');
  const { settings, clock, terminal } = context;
  const { registrations, clients } = await withRepository(context, (repository) =>
    deployedToRequests(
      { settings, clock, run: runAddress(context.run), repository, registries: registryRules(settings) },
      gateways,
    ),
  );
  const all: readonly Proposed[] = [...registrations.proposed, ...(clients === undefined ? [] : [clients])];
  const own = [...registrations.report.problems, ...(clients?.problems ?? []), ...all.flatMap(notesOf)];
  const problems = judged([...told, ...own], context);
  const lines = {
    registrations: registrations.proposed.map(lineOf),
    clients: clients === undefined ? [] : [{ ...lineOf(clients), counts: counted(clients.count, 'client') }],
  };
  const opened = openedOf(all);
  return {
    exitCode: fails(problems, context) ? EXIT.failed : EXIT.done,
    result: { requests: [...lines.registrations, ...lines.clients] },
    problems,
    text: proposedText(lines, terminal),
    markdown: '',
    outputs: { changes: String(opened.length), 'pull-requests': JSON.stringify(opened) },
  };
};

/**
 * Proposes what a deploy leaves to be reviewed: the entries of deployed gateways, as a scan writes them, and in a pull request
 * of its own the clients by which they get tokens. On a command line both are written. It asks no AWS and no registry, and
 * believes nothing of the folder that it reads. Run again it changes nothing.
 */
export const proposeGateways = async (context: CommandContext, names: readonly string[]): Promise<CommandResult> => {
  if (names.length > 0) {
    throw new SyncError('usage', 'bad-option', `gateways propose: expected no names, met ${names.join(', ')}.`, {
      hint: 'It proposes what gateways deploy wrote with --results; name gateways there.',
    });
  }
  const standing = await readStanding(context);
  const isProposed = context.actions && context.settings.request.pullRequest;
  return isProposed ? inPullRequests(context, standing) : inDirectory(context, standing);
};
