/** Catalogues of the size that teams have, written as a scan writes them: what a command prints of them must stay a screen. */
import { newEntryText } from '../../src/catalogue/new-entry.ts';

export interface Size {
  readonly accounts: number;
  readonly regions: number;
  /** Entries in each account and Region. */
  readonly entries: number;
}

const REGIONS = ['us-east-1', 'eu-west-1'] as const;

/** Of ten entries three expect a token of one of two clients, three AWS_IAM, and the rest nothing. */
const authorizerOf = (index: number): object => {
  const turn = index % 10;
  if (turn < 3) {
    return {
      type: 'CUSTOM_JWT',
      discoveryUrl: 'https://idp.example.com/.well-known/openid-configuration',
      allowedClients: [`client-${index % 2}`],
    };
  }
  return { type: turn < 6 ? 'AWS_IAM' : 'NONE' };
};

interface WorldEntry {
  /** From the working directory. */
  readonly file: string;
  readonly text: string;
  readonly path: string;
}

/** Every entry of a world. */
export const worldEntries = ({ accounts, regions, entries }: Size): readonly WorldEntry[] =>
  Array.from({ length: accounts * regions * entries }, (_, index) => {
    const account = String(100_000_000_000 + (index % accounts));
    const region = REGIONS[Math.floor(index / accounts) % regions] ?? 'us-east-1';
    const name = `gw-${String(index).padStart(4, '0')}`;
    const id = `${name}-${String(index).padStart(10, '0')}`;
    const source = {
      account,
      region,
      arn: `arn:aws:bedrock-agentcore:${region}:${account}:gateway/${id}`,
      name,
      url: `https://${id}.gateway.bedrock-agentcore.${region}.amazonaws.com/mcp`,
      protocol: 'MCP',
      authorizer: authorizerOf(index),
    };
    const path = `/${name}/`;
    return {
      path,
      file: `servers/${account}/${region}/gateways/${id}.yaml`,
      text: newEntryText({ kind: 'gateway', value: source } as Parameters<typeof newEntryText>[0], { path }),
    };
  });
