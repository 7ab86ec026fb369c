import { readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseConfiguration } from '../../src/config/load.ts';
import type { OptionValues } from '../../src/config/options/options.ts';
import { readRun } from '../../src/forge/github/environment.ts';
import type { SetupResult } from '../../src/model/setup.ts';
import { digestOf, parseRecord, recordText } from '../../src/setup/record.ts';
import { runUpgrade } from '../../src/setup/run-upgrade.ts';
import { ACTION, ALL, DIGEST, filesBelow, folder, outputFaults, read, run, settingsOf, worldOf } from './world.ts';

const NEXT = `acme/agentcore-sync@${'b'.repeat(40)}`;
const SCAN = '.github/workflows/scan.yml';
const REVIEW = '.github/workflows/review.yml';
const RECORD = '.github/agentcore-sync.json';

/** A set-up as a former version left it: one workflow had other words then. */
const formerSetup = async (): Promise<string> => {
  const root = folder();
  await run({ ...ALL, organizationId: 'o-exampleorgid' }, worldOf(root));
  const old = read(root, SCAN).replace('name: scan\n', 'name: scan of old\n');
  writeFileSync(join(root, SCAN), old);
  const record = parseRecord(read(root, RECORD));
  if (record === undefined) throw new Error('init left no record');
  writeFileSync(
    join(root, RECORD),
    recordText({ ...record, version: '0.0.9', files: { ...record.files, [SCAN]: digestOf(old) } }),
  );
  return root;
};

const upgrade = async (root: string, values: OptionValues, ask?: (question: string) => Promise<string>) => {
  const { configuration } = parseConfiguration('agentcore-sync.yaml', read(root, 'agentcore-sync.yaml'));
  const done = await runUpgrade(
    {
      settings: settingsOf('upgrade', values, configuration),
      run: readRun({}),
      terminal: { width: 100, colour: false },
    },
    { root, remote: async () => undefined, ...(ask === undefined ? {} : { ask }) },
  );
  expect(outputFaults('upgrade', done.result)).toEqual([]);
  const { files = [], steps = [] } = (done.result ?? {}) as Partial<SetupResult>;
  const of = (action: string) => files.filter((file) => file.action === action).map(({ path }) => path);
  return { ...done, files, steps, of };
};

test('what nobody changed is replaced, and the workflows run the new pin', async () => {
  const root = await formerSetup();
  const { exitCode, of, text, steps } = await upgrade(root, { action: NEXT });
  expect(exitCode).toBe(0);
  expect(of('replaced')).toContain(SCAN);
  expect(of('kept')).toEqual([]);
  expect(read(root, 'iam/cloudformation/hub.parameters.json')).toContain('"o-exampleorgid"');
  expect(read(root, SCAN)).toMatch(/^# .*\nname: scan\n/);
  for (const path of filesBelow(root).filter((path) => path.startsWith('.github/workflows/'))) {
    expect(read(root, path)).toContain(`uses: ${NEXT}\n`);
    expect(read(root, path)).not.toContain(DIGEST);
  }
  expect(parseRecord(read(root, RECORD))).toMatchObject({ github: { action: NEXT, branch: 'trunk' } });
  expect(text).toContain(`~ ${SCAN}`);
  expect(steps.map(({ title }) => title)).toEqual([
    'Bring these files to trunk in a pull request of their own, then start doctor.yml',
  ]);
  const again = await upgrade(root, { action: NEXT });
  expect(again.files.every(({ action }) => action === 'same')).toBe(true);
  expect(again.text).toMatch(/^0 files replaced, 0 new, 0 kept, [0-9]+ as they were\.\n$/);
});

test('what people changed keeps its text, gets the new pin, and is shown against the new text', async () => {
  const root = await formerSetup();
  const mine = read(root, REVIEW).replace('timeout-minutes: 15', 'timeout-minutes: 45');
  expect(mine).not.toBe(read(root, REVIEW));
  writeFileSync(join(root, REVIEW), mine);
  const { files, text, steps } = await upgrade(root, { action: NEXT });
  const kept = files.find(({ path }) => path === REVIEW);
  expect(kept?.action).toBe('kept');
  expect(kept?.diff).toEqual(
    expect.arrayContaining(['-    timeout-minutes: 45', expect.stringMatching(/^@@ -\d+,\d+ \+\d+,\d+ @@$/)]),
  );
  expect(kept?.diff?.join('\n')).not.toContain('uses: acme/agentcore-sync@c0ffee');
  expect(read(root, REVIEW)).toBe(mine.replaceAll(ACTION, NEXT));
  expect(text).toContain('    -    timeout-minutes: 45');
  expect(steps[0]?.title).toBe('Take over by hand what the diffs of the kept files show');
  // The next run still knows that it is changed.
  expect((await upgrade(root, { action: NEXT })).of('kept')).toEqual([REVIEW]);
});

test.each([
  ['y', 15],
  ['', 45],
  ['no', 45],
])('a person who answers %j to the diff gets what was meant', async (answer, minutes) => {
  const root = await formerSetup();
  writeFileSync(join(root, REVIEW), read(root, REVIEW).replace('timeout-minutes: 15', 'timeout-minutes: 45'));
  const asked: string[] = [];
  await upgrade(root, { action: NEXT }, async (question) => {
    asked.push(question);
    return answer;
  });
  expect(asked).toHaveLength(1);
  expect(asked[0]).toContain(`${REVIEW} was changed`);
  expect(asked[0]).toContain('+    timeout-minutes: 15');
  expect(read(root, REVIEW)).toContain(`timeout-minutes: ${minutes}\n`);
  expect(read(root, REVIEW)).toContain(NEXT);
});

test('--yes takes the new texts, --dry-run changes nothing', async () => {
  const root = await formerSetup();
  writeFileSync(join(root, REVIEW), 'on: push\n');
  const before = filesBelow(root).map((path) => read(root, path));
  const dry = await upgrade(root, { action: NEXT, dryRun: true });
  expect(dry.of('kept')).toEqual([REVIEW]);
  expect(dry.of('replaced')).toContain(SCAN);
  expect(filesBelow(root).map((path) => read(root, path))).toEqual(before);
  await upgrade(root, { action: NEXT, yes: true });
  expect(read(root, REVIEW)).toContain('name: review\n');
});

test("people's own files stay: the configuration, code owners; their pinned addresses are moved", async () => {
  const root = await formerSetup();
  const settings = '.vscode/settings.json';
  const address = (action: string) =>
    `https://raw.githubusercontent.com/${action.replace('@', '/')}/schemas/entry.schema.json`;
  writeFileSync(join(root, settings), `{ "yaml.schemas": { "${address(ACTION)}": "servers/**" } }\n`);
  const configuration = `${read(root, 'agentcore-sync.yaml')}limits: { deletes: 5 }\n`;
  writeFileSync(join(root, 'agentcore-sync.yaml'), configuration);
  await upgrade(root, { action: NEXT });
  expect(read(root, settings)).toBe(`{ "yaml.schemas": { "${address(NEXT)}": "servers/**" } }\n`);
  expect(read(root, 'agentcore-sync.yaml')).toBe(configuration);
});

test('what people removed stays away, what is new comes, and a link is left alone', async () => {
  const root = await formerSetup();
  rmSync(join(root, '.github/workflows/drift.yml'));
  const record = parseRecord(read(root, RECORD));
  const { 'servers/README.md': _, ...files } = record?.files ?? {};
  writeFileSync(join(root, RECORD), recordText({ ...record, version: '0.0.9', files }));
  rmSync(join(root, 'servers/README.md'));
  rmSync(join(root, REVIEW));
  writeFileSync(join(root, 'elsewhere.yml'), 'mine\n');
  symlinkSync(join(root, 'elsewhere.yml'), join(root, REVIEW));
  const { of } = await upgrade(root, { action: NEXT, yes: true });
  expect(of('removed')).toEqual(['.github/workflows/drift.yml']);
  expect(of('written')).toEqual(['servers/README.md']);
  expect(of('kept')).toEqual([REVIEW]);
  expect(readFileSync(join(root, 'elsewhere.yml'), 'utf8')).toBe('mine\n');
});

test('what deploys gateways is brought to the new pin where init wrote it, and nowhere else', async () => {
  const root = folder();
  await run({ ...ALL, withGateways: true }, worldOf(root));
  const { of } = await upgrade(root, { action: NEXT });
  expect(of('replaced')).toEqual(
    expect.arrayContaining(['.github/workflows/gateways.yml', '.github/workflows/reload-tools.yml']),
  );
  expect(read(root, '.github/workflows/gateways.yml')).toContain(`uses: ${NEXT}\n`);
  const without = await formerSetup();
  expect((await upgrade(without, { action: NEXT })).of('written')).toEqual([]);
});

test('a checkout with CRLF is no change of people', async () => {
  const root = await formerSetup();
  writeFileSync(join(root, SCAN), read(root, SCAN).replaceAll('\n', '\r\n'));
  expect((await upgrade(root, { action: NEXT })).of('replaced')).toContain(SCAN);
});

test('an organization of the configuration stays in the parameters of the hub', async () => {
  const root = folder();
  const { accounts: _, ...values } = ALL;
  await run({ ...values, organization: [] }, worldOf(root));
  const path = 'iam/cloudformation/hub.parameters.json';
  const before = read(root, path);
  expect(before).toContain('ReadOrganization');
  await upgrade(root, { action: NEXT });
  expect(read(root, path)).toBe(before);
});

test('a set-up without a record is read from its files, and what differs is asked for', async () => {
  const root = folder();
  await run(ALL, worldOf(root));
  rmSync(join(root, RECORD));
  const { of } = await upgrade(root, { action: NEXT });
  expect(of('kept')).toEqual([]);
  expect(read(root, SCAN)).toContain(NEXT);
  expect(parseRecord(read(root, RECORD))?.github?.repository.name).toBe('Acme/Catalogue');
});

test.each([
  [{}, 'option-missing'],
  [{ action: 'acme/agentcore-sync@v2' }, 'option-value'],
])('a call with %j is refused before anything is written', async (values, rule) => {
  const root = await formerSetup();
  const before = read(root, RECORD);
  const { exitCode, problems } = await upgrade(root, values);
  expect(exitCode).toBe(64);
  expect(problems).toMatchObject([{ rule, subject: 'action' }]);
  expect(read(root, RECORD)).toBe(before);
});

test('where init wrote nothing there is nothing to upgrade', async () => {
  const root = folder();
  writeFileSync(join(root, 'agentcore-sync.yaml'), 'owner: mine-of-old\n');
  const { exitCode, problems } = await upgrade(root, { action: NEXT });
  expect(exitCode).toBe(64);
  expect(problems[0]?.text).toContain('no workflows that init wrote');
});
