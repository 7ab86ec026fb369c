import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { siteEntryOf } from '../../../src/registries/static/entry.ts';
import { siteFiles } from '../../../src/registries/static/files.ts';
import { EMPTY, type SiteRecord, type SiteState } from '../../../src/registries/static/record.ts';
import { createSite, type SiteStore } from '../../../src/registries/static/registry.ts';
import { readState, STATE_FILE, stateText } from '../../../src/registries/static/state.ts';
import { manual } from '../../engine/support.ts';
import { type ContractWorld, registryContract } from '../contract.ts';
import { NOW, partsOf, registrationsOf, SITE } from './support.ts';

// With a line of somebody else's, the lists are not empty when the last server goes.
const SETTINGS = { ...SITE, allow: { ...SITE.allow, also: [{ serverUrl: 'https://theirs.example.com/*' }] } };

/** The text of the state; empty where there is none. */
type Saved = string;

const start = async (from: Saved = ''): Promise<ContractWorld<Saved>> => {
  const root = mkdtempSync(join(tmpdir(), 'site-'));
  const directory = join(root, 'site');
  const parts = await partsOf({ settings: SETTINGS });
  const stateFile = join(directory, STATE_FILE);
  const text = (): string | undefined => {
    try {
      return readFileSync(stateFile, 'utf8');
    } catch {
      return undefined;
    }
  };
  const state = (): SiteState => {
    const kept = text();
    return kept === undefined ? EMPTY : readState(kept, 'the test');
  };
  // The files are made, and only the state is kept: a test of the folder says how they are written.
  const keep = (next: SiteState): void => {
    for (const [path] of siteFiles(next, parts)) if (path === '') throw new Error('a file without a path');
    writeFileSync(stateFile, stateText(next));
  };
  mkdirSync(directory);
  if (from !== '') keep(readState(from, 'the test'));
  const counter = { writes: 0 };
  const counted = (onWrite: () => Promise<void> = async () => {}): SiteStore => ({
    where: directory,
    load: async () => {
      const kept = text();
      return kept === undefined ? undefined : readState(kept, 'the test');
    },
    save: async (next) => {
      if (stateText(next) !== text()) {
        keep(next);
        counter.writes += 1;
      }
      await onWrite();
    },
  });
  const connect = (onWrite?: () => Promise<void>) => createSite(counted(onWrite), SETTINGS, () => NOW);
  const held = (type: 'server' | 'agent') =>
    state()
      .records.filter(({ entry }) => entry.type === type)
      .map(({ entry: { path, url }, shown }) => ({ path, url, enabled: shown, credential: undefined }));
  const putByHand = (change: (records: readonly SiteRecord[]) => readonly SiteRecord[]): void => {
    const now = state();
    writeFileSync(stateFile, stateText({ ...now, records: change(now.records) }));
  };
  return {
    registry: connect(),
    connect: () => connect(),
    dying: (nth) => {
      const { promise: died, resolve } = Promise.withResolvers<void>();
      let asked = 0;
      const registry = connect(() => {
        asked += 1;
        if (asked < nth) return Promise.resolve();
        resolve();
        return new Promise(() => {});
      });
      return { registry, died };
    },
    writes: () => counter.writes,
    servers: () => held('server'),
    agents: () => held('agent'),
    state: () => state().records.map(({ entry, shown, mark }) => ({ entry, shown, mark })),
    save: () => text() ?? '',
    plant: (path, name) => {
      const [registration] = registrationsOf([manual('x', { path, name, url: 'https://theirs.example.com/mcp' })]);
      if (registration === undefined) throw new Error('nothing to plant');
      const entry = siteEntryOf(registration);
      const record = { entry, shown: false, changes: 0, publishedAt: NOW, updatedAt: NOW };
      putByHand((records) => [...records, record].sort((a, b) => (a.entry.path < b.entry.path ? -1 : 1)));
    },
    edit: (path, change) =>
      putByHand((records) =>
        records.map((record) =>
          record.entry.path === path ? { ...record, entry: { ...record.entry, ...change } } : record,
        ),
      ),
    end: async () => rmSync(root, { recursive: true, force: true }),
  };
};

registryContract({ name: 'static', start, enablesAgents: true, proxiesNothing: true, writesOnce: true });
