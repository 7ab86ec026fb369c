import { compareTexts } from '../../model/compare-texts.ts';
import { type KindFacts, lastPart } from '../kind.ts';
import { isMcpGateway } from '../mcp-targets.ts';
import { gatewaySecurityData } from '../security-data.ts';
import { authorizerData, commonFields, compact } from '../source-data.ts';
import { TARGET_PARTS } from './target-facts.ts';

/** The host of a gateway, which follows from its id. `dnsSuffix`: of the Region's partition, `amazonaws.com`. */
export const gatewayHost = (key: { readonly id: string; readonly region: string }, dnsSuffix: string): string =>
  `${key.id}.gateway.bedrock-agentcore.${key.region}.${dnsSuffix}`;

export const gateway: KindFacts<'gateway'> = {
  // https://docs.aws.amazon.com/bedrock-agentcore-control/latest/APIReference/API_GetGateway.html
  id: /^(?:[0-9a-z]-?){1,100}-[0-9a-z]{10}$/,
  flag: 'gateways',
  roleCall: 'GetGateway',
  calls: {
    scan: ['ListGateways', 'GetGateway', 'ListGatewayTargets', 'ListTagsForResource'],
    confirm: ['GetGateway', 'GetGatewayTarget'],
  },
  confirmedIssuer: ({ authorizer }) => authorizer.discoveryUrl,
  folder: 'gateways',
  keyOf: ({ account, region }, [id, ...more]) =>
    id === undefined || more.length > 0 ? undefined : { kind: 'gateway', account, region, id },
  idsOf: ({ id }) => [id],
  data: (source) => {
    const { name, description, url, protocol, authorizer, security, targets } = source;
    const summaries = targets
      ?.toSorted((left, right) => compareTexts(left.id, right.id))
      .map((target) =>
        compact({
          id: target.id,
          name: target.name,
          description: target.description,
          type: target.type,
          runtime: target.runtime,
          qualifier: target.qualifier,
        }),
      );
    const tail = {
      authorizer: authorizerData(authorizer),
      targets: summaries,
      security: security && gatewaySecurityData(security),
    };
    return compact({ ...commonFields(source), name, description, url, protocol, ...tail });
  },
  sometimes: ['security'],
  parts: TARGET_PARTS,
  arn: { type: 'gateway', id: ({ id }) => id },
  url: (_, key, dnsSuffix) => ({ host: gatewayHost(key, dnsSuffix) }),
  ownHost: true,
  names: ({ name }) => [name],
  defaults: ({ name, arn, protocol, targets }) => ({
    type: 'server',
    ...(isMcpGateway({ ...(protocol === undefined ? {} : { protocol }), ...(targets ? { targets } : {}) })
      ? {}
      : { leftOut: true as const }),
    protocol: 'other',
    description: `AgentCore Gateway: ${name}`,
    tags: ['agentcore', 'gateway', 'auto-registered'],
    metadata: { gateway_arn: arn, gateway_id: lastPart(arn) },
  }),
  metadata: { arn: 'gateway_arn' },
  load: async () => (await import('./calls.ts')).gatewayCalls,
};
