import { expect, test } from 'vitest';
import type { AwsSettings } from '../../src/config/settings.ts';
import { changingSettings } from '../../src/gateways/places.ts';

const aws = {
  accounts: { type: 'list', accounts: ['111111111111'] },
  regions: { type: 'list', regions: ['us-east-1'] },
  role: 'AgentCoreSync',
  hubRole: 'arn:aws:iam::111111111111:role/ScanHub',
} as unknown as AwsSettings;

const HUB = 'arn:aws:iam::999999999999:role/AgentCoreDeployHub';

test("whoever changes gateways goes by the deploys' hub, and never by the scan's", () => {
  expect(changingSettings({ aws, gateways: { deploy: { hubRole: HUB } } }, 'AgentCoreReloadTools')).toMatchObject({
    role: 'AgentCoreReloadTools',
    hubRole: HUB,
  });
  expect(changingSettings({ aws, gateways: {} }, 'AgentCoreDeploy')).not.toHaveProperty('hubRole');
});
