import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, onTestFinished } from 'vitest';
import { buildSettings } from '../../src/config/build-settings.ts';
import type { Command } from '../../src/config/options/commands.ts';
import type { OptionValues } from '../../src/config/options/options.ts';
import type { Settings } from '../../src/config/settings.ts';
import { readRun } from '../../src/forge/github/environment.ts';
import type { Configuration } from '../../src/model/generated/configuration.ts';
import type { RepositoryFacts, SetupResult } from '../../src/model/setup.ts';
import { type InitWorld, runInit } from '../../src/setup/init.ts';

export const DIGEST = 'c0ffee'.repeat(7).slice(0, 40);
export const ACTION = `acme/agentcore-sync@${DIGEST}`;

/** An empty folder, removed after the test. */
export const folder = (): string => {
  const path = mkdtempSync(join(tmpdir(), 'agentcore-sync-init-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
};

/** Settings as flags and a configuration give them. */
export const settingsOf = (command: Command, values: OptionValues, configuration: Configuration = {}): Settings =>
  buildSettings({
    command,
    values,
    origins: Object.fromEntries(Object.keys(values).map((key) => [key, 'door' as const])),
    configuration,
  }).settings;

const terminal = { width: 100, colour: false } as const;

const fits = new Ajv2020({ strict: false }).compile(JSON.parse(readFileSync('schemas/output.schema.json', 'utf8')));

/** What of a command's result does not fit the schema of outputs. */
export const outputFaults = (command: Command, result: object | null): readonly string[] => {
  const envelope: unknown = JSON.parse(JSON.stringify({ form: 2, command, result, problems: [] }));
  return fits(envelope) ? [] : (fits.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
};

const FACTS: RepositoryFacts = {
  name: 'Acme/Catalogue',
  ids: { owner: '42', repository: '4711' },
  defaultBranch: 'trunk',
  visibility: 'private',
};
export const ALL: OptionValues = {
  action: ACTION,
  repository: 'acme/catalogue',
  accounts: ['111111111111', '222222222222'],
  regions: ['us-east-1'],
  registryUrl: 'https://registry.example.com',
  hubRole: 'arn:aws:iam::111111111111:role/AgentCoreSyncHub',
  codeOwners: ['@acme/platform'],
};

export const worldOf = (root: string, more: Partial<InitWorld> = {}): InitWorld => ({
  root,
  facts: async () => FACTS,
  remote: async () => undefined,
  caller: async () => ({}),
  suffix: () => '3f9a1c',
  ...more,
});

/** Runs init, and checks its result against the schema of outputs. */
export const run = async (
  values: OptionValues,
  world: InitWorld,
  environment: Record<string, string> = {},
  configuration: Configuration = {},
) => {
  const settings = settingsOf('init', values, configuration);
  const done = await runInit({ settings, run: readRun(environment), terminal }, world);
  expect(outputFaults('init', done.result)).toEqual([]);
  return { ...done, setup: done.result as SetupResult };
};

export const read = (root: string, path: string): string => readFileSync(join(root, path), 'utf8');
/** Every file below a folder, those in dotted folders too. */
export const filesBelow = (root: string): string[] =>
  readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .sort();
