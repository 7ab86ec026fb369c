import { join } from 'node:path';
import { gatewaysDirectory } from '../../config/widening.ts';
import { readDefinitions } from '../../gateways/definition.ts';
import { judgeDefinitions, loadGateways } from '../../gateways/loading.ts';
import { doneIn, failuresIn, inPlaces } from '../../gateways/places.ts';
import { isMadeHere, keptFile, pullPlace } from '../../gateways/pulling.ts';
import { EXIT, SyncError } from '../../model/errors.ts';
import type { Problem } from '../../model/problem.ts';
import { hasErrors } from '../../model/problem.ts';
import { gatewaysPulledText } from '../../report/gateways-text.ts';
import type { CommandContext, CommandResult } from '../../running/context.ts';
import { writeWhole } from '../../running/write-file.ts';

/** Live gateways to definitions, written over those that are there. A second pull of an unchanged gateway writes the same bytes. */
export const pullGateways = async (context: CommandContext, asked: readonly string[]): Promise<CommandResult> => {
  const { settings } = context;
  const { all } = settings.gatewaysRun;
  if (all === asked.length > 0) {
    throw new SyncError('usage', 'bad-option', 'gateways pull: expected either --all, or names or ARNs of gateways.', {
      hint: 'agentcore-sync gateways pull pricing',
    });
  }
  const before = await loadGateways(context);
  const made = before.definitions.filter(isMadeHere);
  const places = await inPlaces(context, { aws: settings.aws, sideBySide: true }, (place) =>
    pullPlace(place, all ? { type: 'all', but: new Map(made.flatMap(keptFile(place))) } : { type: 'named', asked }),
  );
  const pulled = doneIn(places);
  const met = new Set(pulled.flatMap(({ names }) => names));
  const missing = asked.filter((text) => !met.has(text) && !met.has(`arn:${text.split('gateway/').at(-1) ?? ''}`));
  const directory = gatewaysDirectory(settings.directory);
  const written: string[] = [];
  const files = pulled.flatMap((one) => [...one.files]);
  for (const [path, text] of files) {
    if (before.world.files.get(path) === text) continue;
    writeWhole(join(directory, path), text);
    written.push(join(directory, path));
  }
  const kept = pulled.flatMap((one) => one.kept);
  const { world } = await loadGateways(context);
  const texts = new Map(files.filter(([path]) => path.split('/').length === 3));
  const { definitions, problems } = readDefinitions(texts, directory);
  const judged = judgeDefinitions(definitions, world, 'draft');
  const told: readonly Problem[] = [
    ...failuresIn(places),
    ...pulled.flatMap((one) => one.problems),
    ...[...problems, ...judged.problems].map((problem) => ({ ...problem, severity: 'warning' as const })),
    ...missing.map(
      (text): Problem => ({
        rule: 'definition-reference',
        severity: 'error',
        subject: text,
        text: `Pulling ${text}: there is no such gateway in the accounts and Regions that were asked.`,
        hint: 'Name others with --accounts and --regions; agentcore-sync list shows what is there.',
      }),
    ),
  ];
  return {
    exitCode: hasErrors(told) ? EXIT.failed : EXIT.done,
    result: { files: written, unchanged: files.length - written.length, kept, block: judged.block },
    problems: told,
    text: gatewaysPulledText({ written, kept, gateways: texts.size, block: judged.block }),
    markdown: '',
    outputs: { changes: String(written.length) },
  };
};
