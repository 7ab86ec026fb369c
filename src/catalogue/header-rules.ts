import type { HeaderSecrets } from '../config/settings.ts';
import type { Finding } from '../document/finding.ts';
import type { HeaderValue } from '../model/generated/entry.ts';

/** Headers that carry a credential by their name. */
const SECRET_NAME = /^(?:proxy-)?authorization$|cookie|api[-_]?key|token|secret|passw|credential|^x-auth/i;
/** Values that are a credential, or stand for one that nothing fills in. */
const SECRET_VALUE = /^(?:bearer|basic|digest|negotiate|aws4-hmac-sha256)\s|^eyJ[\w-]+\.|\$\{?[A-Za-z_]\w*\}?/i;

const WAY_OUT =
  'Define it under secrets: in the configuration (environment variable and origins) and write { secret: name } here; for an access token that expires, list an issuer client that covers this entry.';

const originOf = (url: string): string | undefined => URL.parse(url)?.origin;

const secretFinding = (
  name: string,
  secret: string,
  urls: readonly string[],
  secrets: HeaderSecrets,
): Finding | undefined => {
  const pointer = ['registration', 'headers', name];
  const defined = Object.hasOwn(secrets, secret) ? secrets[secret] : undefined;
  if (defined === undefined) {
    const known = Object.keys(secrets).join(', ');
    return {
      rule: 'header-secret',
      pointer,
      text: `The header ${name} names the secret ${secret}, which the configuration does not define.`,
      hint: known === '' ? 'Define it under secrets: in the configuration.' : `Defined: ${known}.`,
    };
  }
  const allowed = new Set(defined.urls.map(originOf));
  const refused = urls.find((url) => !allowed.has(originOf(url)));
  if (refused === undefined) return undefined;
  return {
    rule: 'header-secret',
    pointer,
    text: `The secret ${secret} of the header ${name} may not go to ${originOf(refused) ?? 'this URL'}.`,
    hint: `A person adds the origin to secrets.${secret}.urls in the configuration.`,
  };
};

/**
 * Headers that hold a literal credential or a placeholder that nothing fills in, and secrets that are not defined or not
 * allowed for one of the entry's URLs. No value is ever shown. Without `secrets` the names are not judged.
 */
export const headerFindings = (
  headers: Readonly<Record<string, HeaderValue>>,
  urls: readonly string[],
  secrets: HeaderSecrets | undefined,
): readonly Finding[] =>
  Object.entries(headers).flatMap(([name, value]): Finding[] => {
    if (typeof value !== 'string') {
      const finding = secrets === undefined ? undefined : secretFinding(name, value.secret, urls, secrets);
      return finding === undefined ? [] : [finding];
    }
    if (!SECRET_NAME.test(name) && !SECRET_VALUE.test(value)) return [];
    const text = /\$\{?[A-Za-z_]/.test(value)
      ? `The header ${name} holds a placeholder, which nothing fills in.`
      : `The header ${name} holds a credential in plain text.`;
    return [{ rule: 'header-secret', pointer: ['registration', 'headers', name], text, hint: WAY_OUT }];
  });
