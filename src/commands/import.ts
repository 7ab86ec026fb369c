import { writeDirectory } from '../catalogue/write-directory.ts';
import { type Imported, importRegistrations, readForImport } from '../importing/import-registrations.ts';
import { EXIT } from '../model/errors.ts';
import type { Problem } from '../model/problem.ts';
import { SUMMARY_LIMIT } from '../report/document.ts';
import { importMarkdown, importText } from '../report/import-text.ts';
import { type Catalogue, hasErrors, hostsOf, loadCatalogue } from './catalogue.ts';
import { askToWrite } from './consent.ts';
import type { CommandContext, RunCommand } from './context.ts';
import { withCredentials } from './credentials.ts';
import { importFiles } from './import-file.ts';
import { requireRegistry, withRegistry } from './registry-access.ts';

const readRegistry = (context: CommandContext, { entries, registries }: Catalogue): Promise<Imported> =>
  withCredentials(context, (credentials) =>
    withRegistry(context, { credentials }, async (registry) => {
      const { registry: connection } = requireRegistry(context.settings);
      const snapshot = await registry.snapshot(context.signal);
      const read = await readForImport(registry, snapshot, {
        concurrency: connection.concurrency,
        signal: context.signal,
      });
      return importRegistrations(read.listed, {
        entries,
        hosts: hostsOf(context.settings),
        routeFault: registries.routeFault,
      });
    }),
  );

/**
 * Registry to files, once: what another tool registered is matched to what a scan found, the rest gets entries by hand. With
 * JSON files after it, these in place of a registry.
 */
export const importCommand: RunCommand = async (context) => {
  const { settings, terminal } = context;
  const catalogue = await loadCatalogue(context);
  const { entries } = catalogue;
  const imported =
    context.operands.length === 0
      ? await readRegistry(context, catalogue)
      : await importFiles(context.operands, {
          entries,
          hosts: hostsOf(settings),
          registries: catalogue.registries,
        });
  await askToWrite(context, importText({ ...imported, dryRun: true }, terminal), imported.changes.length);
  if (!settings.dryRun) await writeDirectory(settings.directory, imported.changes);
  const problems: readonly Problem[] = [...catalogue.problems, ...imported.problems];
  const shown = { ...imported, dryRun: settings.dryRun };
  return {
    exitCode: hasErrors(problems) ? EXIT.failed : EXIT.done,
    result: {
      dryRun: settings.dryRun,
      changes: imported.changes.map(({ action, path }) => ({ action, path })),
      secrets: imported.secrets,
    },
    problems,
    text: importText(shown, terminal),
    markdown: importMarkdown(shown, problems, { limit: SUMMARY_LIMIT }),
    outputs: { changes: String(imported.changes.length) },
  };
};
