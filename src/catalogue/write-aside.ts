import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Written aside and renamed: a reader sees the old text or the new one, never half of one. */
export const writeAside = (file: string, text: string): void => {
  const aside = join(dirname(file), `.agentcore-sync-${process.pid}.tmp`);
  // What a run that was killed left behind.
  rmSync(aside, { force: true });
  try {
    writeFileSync(aside, text, { flag: 'wx' });
    renameSync(aside, file);
  } catch (error) {
    // Where there is no space a part of it was written.
    rmSync(aside, { force: true });
    throw error;
  }
};
