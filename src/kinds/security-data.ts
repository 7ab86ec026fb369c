import { compareTexts } from '../model/compare-texts.ts';
import type { GatewaySecurity, Outbound, RuntimeSecurity, TargetSecurity } from '../model/generated/entry.ts';
import { compact, type Draft, type SourceData } from './source-data.ts';

const sorted = (texts: readonly string[] | undefined): readonly string[] | undefined =>
  texts && [...new Set(texts)].sort(compareTexts);

const byText = (left: SourceData, right: SourceData): number =>
  compareTexts(JSON.stringify(left), JSON.stringify(right));

const outboundFields = ({ type, provider, grant, scopes, service, location }: Outbound): Draft => ({
  type,
  provider,
  grant,
  scopes: sorted(scopes),
  service,
  location,
});

/** The one form of a gateway's security: keys in their order, lists sorted. */
export const gatewaySecurityData = (security: GatewaySecurity): SourceData =>
  compact({
    mcpVersions: sorted(security.mcpVersions),
    search: security.search,
    policyEngine:
      security.policyEngine && compact({ arn: security.policyEngine.arn, mode: security.policyEngine.mode }),
    interceptors: security.interceptors
      ?.map(({ arn, points, headers }) => compact({ arn, points: sorted(points), headers: headers || undefined }))
      .toSorted(byText),
    exceptionLevel: security.exceptionLevel,
    waf: security.waf && compact({ arn: security.waf.arn, failOpen: security.waf.failOpen || undefined }),
    kmsKey: security.kmsKey,
    outbound: security.outbound
      ?.map(({ target, ...outbound }) => compact({ target, ...outboundFields(outbound) }))
      .toSorted((left, right) => compareTexts(String(left['target']), String(right['target'])) || byText(left, right)),
  });

export const runtimeSecurityData = ({ headersAllowed, network }: RuntimeSecurity): SourceData =>
  compact({ headersAllowed: sorted(headersAllowed), network });

export const targetSecurityData = ({ outbound, listing }: TargetSecurity): SourceData =>
  compact({
    outbound: outbound?.map((one) => compact(outboundFields(one))).toSorted(byText),
    listing,
  });
