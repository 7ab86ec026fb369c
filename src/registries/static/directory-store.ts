import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import { textDigest } from '../../model/canonical.ts';
import { SyncError } from '../../model/errors.ts';
import type { TextKeeper } from '../kind.ts';
import { type SiteParts, siteFiles } from './files.ts';
import type { SiteState } from './record.ts';
import type { SiteStore } from './registry.ts';
import { readState, STATE_FILE, stateText } from './state.ts';
import { readStateText, writeSite, writeStateText } from './write-site.ts';

/** What tells one version of a file from the next without reading it. */
const stampOf = (file: string): string => {
  const found = lstatSync(file, { throwIfNoEntry: false });
  return found === undefined ? 'none' : `${found.ino} ${found.size} ${found.mtimeMs}`;
};

const inFolder = (directory: string): TextKeeper => ({
  where: directory,
  read: async () => readStateText(directory),
  write: async (text, before) => {
    const now = readStateText(directory);
    if (now !== text && (now === undefined ? undefined : textDigest(now)) !== before) {
      throw new SyncError('registry', 'conflict', `keep the site ${directory}: another run wrote it meanwhile`, {
        hint: 'Run again: the plan is made anew.',
      });
    }
    writeStateText(directory, text);
  },
});

/** Keeps a site in a folder; its state there too, unless a keeper has it. `parts`: asked for when files are made. */
export const directoryStore = (
  directory: string,
  parts: () => Promise<SiteParts>,
  keeper: TextKeeper = inFolder(directory),
): SiteStore => {
  const own = keeper.where === directory;
  const cache = new Map<'last', { readonly stamp: string; readonly digest?: string; readonly state?: SiteState }>();
  const load = async (): Promise<SiteState | undefined> => {
    const last = cache.get('last');
    const stamp = own ? stampOf(join(directory, STATE_FILE)) : 'kept';
    if (last?.stamp === stamp) return last.state;
    const text = await keeper.read();
    const read =
      text === undefined
        ? {}
        : { digest: textDigest(text), state: readState(text, `${STATE_FILE} of ${keeper.where}`) };
    cache.set('last', { stamp, ...read });
    return read.state;
  };
  return {
    where: directory,
    load,
    save: async (state) => {
      await load();
      const before = cache.get('last')?.digest;
      const made = await parts();
      await writeSite(directory, { files: () => siteFiles(state, made), keepsLeft: own });
      const text = stateText(state);
      if (textDigest(text) !== before) await keeper.write(text, before);
      cache.clear();
    },
  };
};
