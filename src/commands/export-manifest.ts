import { writeFile } from 'node:fs/promises';
import { writeManifest } from '../credentials/manifest.ts';
import { EXIT, SyncError } from '../model/errors.ts';
import { fileFailure } from '../model/file-failure.ts';
import { hasErrors } from '../model/problem.ts';
import { counted } from '../report/wording.ts';
import { loadCatalogue } from '../running/catalogue.ts';
import type { RunCommand } from '../running/context.ts';
import { beside } from '../running/judging.ts';

/** The old tool's own name for it. */
const DEFAULT_FILE = 'token_refresh_manifest.json';

/** Writes the manifest that the old refresher reads, so that both sides can move separately. */
export const exportManifest: RunCommand = async (context) => {
  const { entries, problems: found } = await loadCatalogue(context);
  const problems = found.map(beside);
  const file = context.settings.refresh.manifest ?? DEFAULT_FILE;
  const text = writeManifest(
    entries.map(({ value }) => value),
    context.settings.issuers,
  );
  await writeFile(file, text).catch((cause: unknown) => {
    throw new SyncError('catalogue', 'write-failed', `Writing ${file}: ${fileFailure(cause)}.`, { cause });
  });
  const gateways: readonly unknown[] = JSON.parse(text);
  return {
    exitCode: hasErrors(problems) ? EXIT.failed : EXIT.done,
    result: { file, gateways: gateways.length },
    problems,
    text: `Wrote ${counted(gateways.length, 'gateway')} to ${JSON.stringify(file)}.\n`,
    markdown: '',
    outputs: {},
  };
};
