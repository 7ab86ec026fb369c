import { expect, test } from 'vitest';
import { readDeployPlan, toldChange } from '../../src/gateways/change-set.ts';
import { deployPlanReport, type GatewayChanges } from '../../src/report/deploy-text.ts';
import { reportMarkdown, reportText } from '../../src/report/report.ts';

const GATEWAY = {
  logicalId: 'Gateway',
  resourceType: 'AWS::BedrockAgentCore::Gateway',
  properties: ['Name'],
  isKept: false,
} as const;

const NAMES = new Map([
  ['Gateway', 'pricing'],
  ['TargetOrders', 'orders'],
]);

const planText = (gateways: readonly GatewayChanges[]): string =>
  reportText(deployPlanReport(gateways, []), { colour: false, width: 120 });

test('a replaced gateway is told with what follows, above everything else', () => {
  const replaced = toldChange({ ...GATEWAY, action: 'Modify', replacement: 'True' }, NAMES);
  expect(replaced).toMatchObject({ kind: 'replace', thing: 'gateway pricing', properties: ['Name'] });
  const added = toldChange(
    {
      action: 'Add',
      logicalId: 'TargetOrders',
      resourceType: 'AWS::BedrockAgentCore::GatewayTarget',
      replacement: undefined,
      isKept: false,
      properties: [],
    },
    NAMES,
  );
  const text = planText([
    { account: '1', region: 'r', name: 'pricing', stack: 'update', changes: [added, replaced], state: 'ready' },
  ]);
  expect(text.split('\n').slice(0, 5)).toEqual([
    'gateway pricing  1 r  change of its stack',
    '  ± gateway pricing is replaced: Name',
    '      its URL changes: callers and registrations that name the old one stop working until the next scan is merged and applied',
    '      tokens that were sent to registries for it are withdrawn with the old URL',
    '  + target orders',
  ]);
});

test.each([
  ['Modify', 'Conditional', 'may-replace'],
  ['Dynamic', undefined, 'may-replace'],
  ['Modify', 'False', 'modify'],
  ['Remove', undefined, 'remove'],
  ['Import', undefined, 'import'],
] as const)('%s with replacement %s is %s', (action, replacement, kind) => {
  expect(toldChange({ ...GATEWAY, action, replacement }, NAMES).kind).toBe(kind);
});

test('what is kept leaves the stack alone, and that is told', () => {
  const released = toldChange({ ...GATEWAY, action: 'Remove', replacement: undefined, isKept: true }, NAMES);
  expect(released.kind).toBe('release');
  expect(released.follows).toEqual([]);
});

test('names that AWS answers can not reach the terminal', () => {
  const hostile: GatewayChanges = {
    account: '1',
    region: 'r',
    name: 'p',
    stack: 'create',
    changes: [{ kind: 'add', thing: 'target \u001b[2J |<img src=x>', properties: ['\u202e'], follows: ['@everybody'] }],
    state: 'ready',
  };
  const text = planText([hostile]);
  const markdown = reportMarkdown(deployPlanReport([hostile], []), { limit: 10_000 });
  expect(markdown).not.toMatch(/<img|@/);
  expect(markdown).toContain('### gateway p 1 r new stack (1)');
  expect([...text, ...markdown].some((character) => character === '\u001b' || character === '\u202e')).toBe(false);
});

test.each(['', '[]', '{}', '{"form":2,"changes":[]}', '{"form":1,"changes":[{}]}'])('%s is no saved plan', (text) => {
  expect(readDeployPlan(text)).toBeUndefined();
});
