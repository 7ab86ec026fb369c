import type {
  AgentEntry,
  Authorizer,
  GatewayEntry,
  ServerEntry,
  TargetEntry,
} from '../../src/model/generated/entry.ts';

export const POOL = 'https://cognito-idp.us-east-1.amazonaws.com/us-east-1_abc';

interface GatewayChanges {
  readonly account?: string;
  readonly path?: string;
  readonly authorizer?: Partial<Authorizer>;
  readonly credential?: GatewayEntry['credential'];
}

/** A gateway behind CUSTOM_JWT, of the pool above unless its authorizer says otherwise. */
export const gateway = (changes: GatewayChanges = {}): GatewayEntry => {
  const { account = '111111111111', path = '/pricing-tools/', credential } = changes;
  const id = 'pricing-tools-a1b2c3d4e5';
  return {
    kind: 'gateway',
    source: {
      account,
      region: 'us-east-1',
      arn: `arn:aws:bedrock-agentcore:us-east-1:${account}:gateway/${id}`,
      name: 'pricing-tools',
      url: `https://${id}.gateway.bedrock-agentcore.us-east-1.amazonaws.com/mcp`,
      authorizer: {
        type: 'CUSTOM_JWT',
        discoveryUrl: `${POOL}/.well-known/openid-configuration`,
        ...changes.authorizer,
      },
    },
    registration: { path },
    ...(credential === undefined ? {} : { credential }),
  };
};

export const target = (url: string, credential?: TargetEntry['credential']): TargetEntry => ({
  kind: 'target',
  source: {
    account: '111111111111',
    region: 'us-east-1',
    arn: gateway().source.arn,
    id: '7XK2P0QJ4M',
    name: 'orders',
    gateway: 'pricing-tools',
    url,
  },
  registration: { path: '/pricing-tools-orders/' },
  ...(credential === undefined ? {} : { credential }),
});

export const server = (registration: Partial<ServerEntry['registration']> = {}): ServerEntry => ({
  kind: 'server',
  registration: { path: '/tools/', url: 'https://tools.example/mcp', authScheme: 'bearer', ...registration },
});

export const agent = (registration: Partial<AgentEntry['registration']> = {}): AgentEntry => ({
  kind: 'agent',
  registration: { path: '/agent', url: 'https://tools.example/a2a', ...registration },
});
