/** What definitions of gateways may name, in a workflow: only what came to the default branch without any of them. */
import { expect, test } from 'vitest';
import { expectCode } from '../cli/cli.ts';
import { FOLDER, ISSUER, ROLE, SECRET, signed } from '../gateways/definitions.ts';
import { bring, startStage } from './request-stage.ts';

const CONFIG = 'agentcore-sync.yaml';
const CHECK = { command: 'gateways', arguments: 'check' };
const FILE = `gateways/${FOLDER}/crm.yaml`;
const EVIL = 'https://evil.example/mcp';

const definition = (endpoint: string): string =>
  signed(
    `providers: { crm: { type: oauth, clientId: x, discoveryUrl: "${ISSUER}", secret: "${SECRET}", jsonKey: k } }`,
    'targets:',
    `  - { name: m, type: mcpServer, endpoint: "${endpoint}", outbound: { type: oauth, provider: crm } }`,
  );

const lists = (...origins: readonly string[]): string =>
  [
    'gateways:',
    '  accounts: ["111111111111"]',
    `  roles: ["${ROLE}"]`,
    `  secrets: [{ arn: "${SECRET}", origins: ${JSON.stringify(origins)}, issuers: ["${ISSUER}"] }]`,
    '',
  ].join('\n');

test('a list that comes with a definition, a policy or an entry does not count; alone it does', async () => {
  const stage = await startStage({ configuration: `\n${lists('https://mcp.example.com')}` });
  const { github } = stage;
  const base = github.people.files('main')[CONFIG] ?? '';
  const wider = (note: string): string =>
    `${base.replace('"https://mcp.example.com"', '"https://mcp.example.com","https://evil.example"')}# ${note}\n`;
  const check = async (code: 0 | 1) => {
    stage.checkout();
    return expectCode(await stage.step(CHECK), code);
  };
  await bring(github, { [FILE]: definition('https://mcp.example.com/mcp') });
  await check(0);

  await bring(github, { [CONFIG]: wider('one'), [FILE]: definition(EVIL) });
  const refused = await check(1);
  expect(refused.stdout).toContain('may not go to https://evil.example');
  expect(refused.stdout).toContain('gateways.secrets');
  // Taken back, and brought again with a policy, a document, an entry: none of them alone.
  for (const [at, path] of ['gateways/policies/a.cedar', 'gateways/specs/a.yaml', 'servers/manual/a.yaml'].entries()) {
    await bring(github, { [CONFIG]: `${base}# ${at}\n` });
    const text = path.endsWith('.cedar') ? 'permit(principal, action, resource);' : 'a: 1\n';
    await bring(github, { [CONFIG]: wider(path), [path]: text });
    expect((await check(1)).stdout).toContain('may not go to https://evil.example');
    await bring(github, { [path]: null });
  }
  await bring(github, { [CONFIG]: base });
  await bring(github, { [CONFIG]: wider('alone') });
  await check(0);
});

test('a repository without lists: the first ones that come with definitions do not count, taking them out and in again neither', async () => {
  const stage = await startStage();
  const { github } = stage;
  const base = github.people.files('main')[CONFIG] ?? '';
  const check = async () => {
    stage.checkout();
    return stage.step(CHECK);
  };
  await bring(github, { [CONFIG]: `${base}\n${lists('https://evil.example')}`, [FILE]: definition(EVIL) });
  expect(expectCode(await check(), 1).stdout).toContain('is not listed in the configuration');
  await bring(github, { [CONFIG]: `${base}\n` });
  await bring(github, { [CONFIG]: `${base}\n${lists('https://evil.example')}`, [FILE]: `${definition(EVIL)}\n` });
  expect(expectCode(await check(), 1).stdout).toContain('is not listed in the configuration');
});
