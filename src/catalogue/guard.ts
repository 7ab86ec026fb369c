import type { Finding } from '../document/finding.ts';
import { ARN_TYPES, arnResource, expectedUrl } from '../kinds/table.ts';
import type { Entry } from '../model/catalogue.ts';
import { isInDomains } from '../model/domains.ts';
import { ownUrl, reachedAt } from '../model/entry-parts.ts';
import type { ResourceKey, ScannedEntry } from '../model/resource.ts';
import { throughOf } from '../model/through.ts';
import { locationOf } from './layout.ts';

/** Whether a registration may name a URL's host: a sentence where it may not. */
export type HostRule = (url: URL) => string | undefined;

/** What the guard must know about the world. */
export interface GuardContext {
  /** DNS suffix of a Region's partition, from the SDK's data: `amazonaws.com`, `amazonaws.com.cn`, … */
  readonly dnsSuffix: (region: string) => string;
  /** Accounts that the configuration asks for; absent: not known here, so not judged. */
  readonly accounts?: ReadonlySet<string>;
  /** One sentence on why a registration may not name a URL's host, or undefined. */
  readonly hosts: HostRule;
  /** Custom domains of gateways: hosts, or `*.host`. */
  readonly domains?: readonly string[];
  /** True only where AWS's endpoint is overridden with a loopback address: an emulator's ids and URLs are its own. */
  readonly emulator?: boolean;
}

const CHARACTERS = /^[A-Za-z0-9._~:/?&=%@,+-]+$/;
const ARN = new RegExp(`^arn:[a-z-]+:bedrock-agentcore:([a-z0-9-]+):(\\d{12}):((?:${ARN_TYPES.join('|')})/[^/]+)$`);
const WIDE_ARN = /^arn:[a-z-]+:bedrock-agentcore:([a-z0-9-]+):(\d{12}):(.+)$/;

/**
 * One sentence on why a URL is never registered, or undefined. It ends up in a proxy's configuration: a host that may be
 * named, no user, no fragment, few characters, and spelled as a URL parser would spell it.
 */
export const guardUrl = (url: string, hosts: HostRule): string | undefined => {
  if (!CHARACTERS.test(url)) return 'a URL holds only letters, digits and ._~:/?&=%@,+-';
  const parsed = URL.parse(url);
  if (parsed === null) return 'expected a whole URL, such as https://host/path';
  const fault = hosts(parsed);
  if (fault !== undefined) return fault;
  if (parsed.username !== '' || parsed.password !== '') return 'a URL with a user or password is never registered';
  if (parsed.href !== url && parsed.href !== `${url}/`) return `expected the plain spelling ${parsed.href}`;
  return undefined;
};

const ids = (text: string, pointer: readonly string[], hint?: string): Finding => ({
  rule: 'entry-ids',
  pointer,
  text,
  hint: hint ?? 'Let a scan write the file, or move it to where it belongs.',
});

const differs = (what: string, met: string, folder: string, pointer: readonly string[]): Finding[] =>
  met === folder ? [] : [ids(`${what} is ${met}, while the file lies under ${folder}.`, pointer)];

const guardArn = (entry: ScannedEntry, key: ResourceKey, context: GuardContext): readonly Finding[] => {
  const { source } = entry;
  const [, region, account, resource = ''] = (context.emulator === true ? WIDE_ARN : ARN).exec(source.arn) ?? [];
  if (region === undefined || account === undefined) {
    return [ids(`source.arn is not the ARN of a ${ARN_TYPES.join(' or ')}: ${source.arn}.`, ['source', 'arn'])];
  }
  const findings = [
    ...differs('The account in source.arn', account, key.account, ['source', 'arn']),
    ...differs('The Region in source.arn', region, key.region, ['source', 'arn']),
  ];
  if (context.emulator === true) return findings;
  return [...findings, ...differs('The resource in source.arn', resource, arnResource(key), ['source', 'arn'])];
};

const guardIds = (entry: ScannedEntry, key: ResourceKey, context: GuardContext): readonly Finding[] => {
  const { account, region } = entry.source;
  const scope =
    context.accounts === undefined || context.accounts.has(account)
      ? []
      : [
          ids(
            `The account ${account} is none that the configuration asks for.`,
            ['source', 'account'],
            'Add it to aws.accounts (with aws.organization: merge the accounts.yaml that a scan writes), or remove its files with scan --prune.',
          ),
        ];
  return [
    ...differs('kind', entry.kind, key.kind, ['kind']),
    ...differs('source.account', account, key.account, ['source', 'account']),
    ...differs('source.region', region, key.region, ['source', 'region']),
    ...('id' in entry.source ? differs('source.id', entry.source.id, key.id, ['source', 'id']) : []),
    ...guardArn(entry, key, context),
    ...scope,
  ];
};

const wrongUrl = (pointer: readonly string[], text: string, hint: string): Finding => ({
  rule: 'entry-url',
  pointer,
  text: `${pointer.join('.')}: ${text}.`,
  hint,
});

const SCAN_HINT = 'Let a scan write source.';

/** Whether a URL's host is one of the custom domains; `*.host` is every subdomain. */
const isInside = (url: string, domains: readonly string[] = []): boolean =>
  isInDomains(URL.parse(url)?.hostname, domains);

/** A URL of an entry's own is one of a custom domain: nothing else says that the gateway is behind it. */
const guardOwn = (entry: ScannedEntry, context: GuardContext): readonly Finding[] => {
  const url = ownUrl(entry);
  if (url === undefined) return [];
  const form = guardForm(url, ['registration', 'url'], context);
  if (form.length > 0 || isInside(url, context.domains)) return form;
  const host = URL.parse(url)?.hostname ?? '';
  return [
    wrongUrl(
      ['registration', 'url'],
      `the host ${host} is in none of the custom domains that the configuration names`,
      `Add ${host} to aws.domains on the default branch, or leave registration.url out.`,
    ),
  ];
};

const guardDerived = (entry: ScannedEntry, key: ResourceKey, context: GuardContext): readonly Finding[] => {
  const { url } = entry.source;
  const expected = expectedUrl(entry, key, context.dnsSuffix(key.region));
  if (expected === undefined) return [];
  const [fits, text] =
    'host' in expected
      ? [URL.parse(url)?.host === expected.host, `the host ${expected.host}`]
      : [url === expected.url, expected.url];
  if (fits || (entry.kind === 'gateway' && isInside(url, context.domains))) return [];
  const hint = entry.kind === 'gateway' ? `${SCAN_HINT} A custom domain belongs in aws.domains.` : SCAN_HINT;
  return [wrongUrl(['source', 'url'], `expected ${text}, which follows from the ARN`, hint)];
};

/** Where a runtime is reached through a gateway, that one's entry must hold what its own registration would have to. */
const guardThrough = (entry: ScannedEntry, context: GuardContext): readonly Finding[] => {
  if (entry.kind !== 'runtime' || entry.registration.address !== 'gateway') return [];
  const through = throughOf(entry);
  if (through?.type !== 'gateway') {
    const text = 'registration.address: nobody looked which gateway leads to the runtime.';
    return [{ rule: 'address-gateway', ...(through ?? { pointer: ['registration', 'address'], text }) }];
  }
  const own = guardEntry({ path: through.file, value: through.entry }, context);
  const urls = [...through.leads.keys()].map((endpoint) => reachedAt(entry, endpoint === '' ? undefined : endpoint));
  return [
    ...own.map(({ rule, text }) => ({
      rule,
      pointer: ['registration', 'address'],
      text: `registration.address: the gateway's entry ${through.file} is refused: ${text}`,
    })),
    ...urls.flatMap((url) => guardForm(url, ['registration', 'address'], context)),
  ];
};

const guardForm = (
  url: string | undefined,
  pointer: readonly string[],
  { hosts }: GuardContext,
): readonly Finding[] => {
  const fault = url === undefined ? undefined : guardUrl(url, hosts);
  return fault === undefined ? [] : [wrongUrl(pointer, fault, 'Registries and proxies get no other form of URL.')];
};

/**
 * What must hold of an entry's identity before anything of it is sent, whatever was validated before: account, Region and
 * id of folder, file name, ARN and URL agree, the account is in scope, every URL has a form that is safe to register.
 */
export const guardEntry = (
  { path, value }: Pick<Entry, 'path' | 'value'>,
  context: GuardContext,
): readonly Finding[] => {
  const { provider } = value.registration;
  const common = guardForm(provider?.url, ['registration', 'provider', 'url'], context);
  if (value.kind === 'server' || value.kind === 'agent') {
    const { url, mcpEndpoint, sseEndpoint } = value.registration;
    return [
      ...guardForm(url, ['registration', 'url'], context),
      ...guardForm(mcpEndpoint, ['registration', 'mcpEndpoint'], context),
      ...guardForm(sseEndpoint, ['registration', 'sseEndpoint'], context),
      ...common,
    ];
  }
  const location = locationOf(path);
  if (location.type !== 'scanned') return [ids('The file does not lie where a scan writes.', ['source'])];
  const form = guardForm(value.source.url, ['source', 'url'], context);
  const derived = form.length > 0 || context.emulator === true ? [] : guardDerived(value, location.key, context);
  return [
    ...guardIds(value, location.key, context),
    ...form,
    ...derived,
    ...guardOwn(value, context),
    ...guardThrough(value, context),
    ...common,
  ];
};
