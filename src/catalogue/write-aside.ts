import { linkSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** How a file is written, where it isn't as usual. */
export interface AsideOptions {
  /** Who may read it; the process's usual mode when absent. */
  readonly mode?: number;
  /** It must not be there yet: fails with EEXIST. */
  readonly isNew?: true;
}

/** Written aside and put in place: a reader sees the old text or the new one, never half of one. */
export const writeAside = (file: string, text: string, { mode, isNew }: AsideOptions = {}): void => {
  const aside = join(dirname(file), `.agentcore-sync-${process.pid}.tmp`);
  // What a run that was killed left behind.
  rmSync(aside, { force: true });
  try {
    writeFileSync(aside, text, { flag: 'wx', ...(mode === undefined ? {} : { mode }) });
    if (isNew) linkSync(aside, file);
    else renameSync(aside, file);
  } finally {
    // Where there is no space a part of it was written; a link leaves the name aside.
    rmSync(aside, { force: true });
  }
};
