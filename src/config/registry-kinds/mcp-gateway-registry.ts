import { withoutEnd } from '../../model/ends.ts';
import type { McpGatewayRegistryConfiguration, RegistryToken } from '../../model/generated/configuration.ts';
import type { Problem } from '../../model/problem.ts';
import { OPTIONS } from '../options/options.ts';
import type { RegistryCommon, RegistryQuestion, RegistryReader } from './reader.ts';
import { checkedUrl, urlSetting } from './registry-url.ts';

/** A registry of MCP servers and agents behind an HTTP API. */
export interface McpGatewayRegistrySettings extends RegistryCommon<'mcp-gateway-registry'> {
  /** Base URL without a last slash. Absent where nobody gave one: only commands that reach the registry need it. */
  readonly url?: string;
  /** Where the URL was given, for messages. */
  readonly urlSetting?: string;
  /** Seconds for one call, where somebody said so. */
  readonly callSeconds?: number;
  readonly insecure: boolean;
  readonly token: RegistryToken;
  /** The URL comes from a flag, an input or the environment. */
  readonly urlGiven?: true;
  /** The token does. */
  readonly tokenGiven?: true;
}

const read = (
  [name, configured]: readonly [name: string, configured: McpGatewayRegistryConfiguration],
  question: RegistryQuestion,
  problems: Problem[],
): McpGatewayRegistrySettings => {
  const { values } = question;
  const insecure = configured.insecure ?? false;
  const place = { name, named: question.named };
  const url = checkedUrl({ ...place, configured: configured.url, insecure }, question, problems);
  const mixed = sourcesDisagree(configured, question);
  if (mixed !== undefined) problems.push(mixed);
  return {
    name,
    type: 'mcp-gateway-registry',
    ...(configured.entries === undefined ? {} : { entries: configured.entries }),
    ...(url === undefined ? {} : { url }),
    urlSetting: urlSetting(place, question),
    ...(values.timeout === undefined ? {} : { callSeconds: values.timeout }),
    insecure,
    token:
      values.tokenFile === undefined
        ? (configured.token ?? { file: OPTIONS.tokenFile.default })
        : { file: values.tokenFile },
    ...(values.registryUrl === undefined ? {} : { urlGiven: true }),
    ...(values.tokenFile === undefined ? {} : { tokenGiven: true }),
    concurrency: values.concurrency ?? OPTIONS.concurrency.default,
  };
};

const normalized = (url: string | undefined): string | undefined =>
  url === undefined ? undefined : withoutEnd(url, '/');

const sourcesDisagree = (
  configured: McpGatewayRegistryConfiguration,
  { values, person = false }: RegistryQuestion,
): Problem | undefined => {
  const urlHere = values.registryUrl !== undefined;
  const tokenHere = values.tokenFile !== undefined;
  const urlsAgree = normalized(values.registryUrl) === normalized(configured.url);
  if (urlHere && !tokenHere && configured.token !== undefined && !urlsAgree) {
    return problem(
      "The registry's URL comes from a flag, input or the environment, and its token from the configuration, which names another URL.",
      "Give token-file with the URL, or use the configuration's registry.url.",
    );
  }
  // A person's token goes only where that person let it go: this is asked when it is used.
  if (!urlHere && tokenHere && !person) {
    return problem(
      "The registry's token comes from a flag, input or the environment, and its URL from the configuration.",
      'Give registry-url with the same URL too, or set registry.token in the configuration.',
    );
  }
  return undefined;
};

const problem = (text: string, hint: string): Problem => ({
  rule: 'configuration-contradiction',
  severity: 'error',
  subject: 'registry',
  text,
  hint,
});

/** A registry behind an HTTP API: its URL and its token come from one source. */
export const mcpGatewayRegistryReader: RegistryReader<McpGatewayRegistrySettings, McpGatewayRegistryConfiguration> = {
  takesDoors: true,
  read,
};
