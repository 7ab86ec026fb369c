import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { onTestFinished } from 'vitest';
import { buildSettings } from '../../src/config/build-settings.ts';
import type { Settings } from '../../src/config/settings.ts';
import type { Configuration } from '../../src/model/generated/configuration.ts';
import type { Command, OptionValues } from '../../src/options.ts';

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
  buildSettings({ command, values, origins: {}, configuration }).settings;

export const terminal = { width: 100, colour: false } as const;

const fits = new Ajv2020({ strict: false }).compile(JSON.parse(readFileSync('schemas/output.schema.json', 'utf8')));

/** What of a command's result does not fit the schema of outputs. */
export const outputFaults = (command: Command, result: object | null): readonly string[] => {
  const envelope: unknown = JSON.parse(JSON.stringify({ command, result, problems: [] }));
  return fits(envelope) ? [] : (fits.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
};
