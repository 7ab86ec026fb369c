/** A site of ten thousand entries: made from nothing, then looked at again with nothing to do. */
import { fork } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { workplace } from './workplace.ts';

const ENTRIES = 10_000;
/** Seconds and megabytes of a whole run, its start and its reading of the catalogue among them. */
const LIMITS = { seconds: 10, megabytes: 300 } as const;
/** As people start it: of the sources the engine would keep what it made of their types, too. */
const CLI = join(import.meta.dirname, '../dist/cli.js');
const EACH_FOLDER = 500;

const CONFIGURATION = `owner: bench-catalogue
defaults: { visibility: public }
registries: { site: { type: static, namespace: com.example } }
`;

const entry = (at: number): string =>
  [
    `kind: ${at % 10 === 9 ? 'agent' : 'server'}`,
    'registration:',
    `  path: /team-${at % 40}/tools-${at}${at % 10 === 9 ? '' : '/'}`,
    `  name: Tools ${at}`,
    `  description: What team ${at % 40} lets others do with its data, number ${at} of many.`,
    `  url: https://tools.example.com/${at}`,
    `  tags: [team-${at % 40}]`,
    '',
  ].join('\n');

const catalogue = (folder: string): void => {
  writeFileSync(join(folder, 'agentcore-sync.yaml'), CONFIGURATION);
  for (let at = 0; at < ENTRIES; at += 1) {
    const below = join(folder, 'servers/manual', `part-${Math.floor(at / EACH_FOLDER)}`);
    if (at % EACH_FOLDER === 0) mkdirSync(below, { recursive: true });
    writeFileSync(join(below, `tools-${at}.yaml`), entry(at));
  }
};

interface Measured {
  readonly seconds: number;
  readonly megabytes: number;
}

/** A run as people start it: a process of its own, in which nothing strips types. */
const applied = (folder: string): Promise<Measured> =>
  new Promise((resolve, reject) => {
    const started = performance.now();
    const child = fork(join(import.meta.dirname, 'cli-measured.mjs'), ['apply'], {
      cwd: folder,
      silent: true,
      env: { ...process.env, BENCH_CLI: CLI },
    });
    let megabytes: number | undefined;
    let said = '';
    child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
      said += chunk;
    });
    child.stdout?.resume();
    child.on('message', (message: Pick<Measured, 'megabytes'>) => {
      megabytes = message.megabytes;
    });
    child.once('exit', (code) => {
      if (megabytes === undefined || code !== 0) reject(new Error(`apply ended with ${code}: ${said.slice(0, 2000)}`));
      else resolve({ megabytes, seconds: (performance.now() - started) / 1000 });
    });
  });

/** Every file with what tells whether it was written since. */
const stamps = (folder: string): string =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) => {
      const path = join(one.parentPath, one.name);
      const { ino, mtimeMs, size } = statSync(path);
      return `${path} ${ino} ${mtimeMs} ${size}`;
    })
    .sort()
    .join('\n');

/** Makes the site, then applies again. Holds where both stay within the bounds and the second run writes nothing. */
export const benchmarkSite = async (print: (line: string) => void): Promise<boolean> => {
  const folder = mkdtempSync(join(workplace(), 'bench-site-'));
  try {
    catalogue(folder);
    const first = await applied(folder);
    const before = stamps(join(folder, 'site'));
    const second = await applied(folder);
    const same = stamps(join(folder, 'site')) === before;
    const told = (name: string, { seconds, megabytes }: Measured): string =>
      `${name}: ${seconds.toFixed(1)} s, ${megabytes.toFixed(0)} MB`;
    print(`${ENTRIES} entries, ${before.split('\n').length} files`);
    print(told('made', first));
    print(`${told('nothing to do', second)}${same ? '' : ', and something was written'}`);
    const held = [first, second].every(
      ({ seconds, megabytes }) => seconds <= LIMITS.seconds && megabytes <= LIMITS.megabytes,
    );
    print(held && same ? 'held' : `not held: ${LIMITS.seconds} s, ${LIMITS.megabytes} MB, nothing written twice`);
    return held && same;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
