import { SyncError } from '../model/errors.ts';
import type { Client, Issuer } from '../model/generated/configuration.ts';
import { comparableUrl, discoveryUrls, isProtected } from '../model/issuer-urls.ts';
import type { Problem } from '../model/problem.ts';
import { urlPrefix } from '../model/url-prefix.ts';
import { sharedTenantOf } from '../model/vendors/table.ts';
import { cleaned } from '../net/masks.ts';
import { spansAccounts } from './coverage.ts';
import { tokenParameters } from './token-parameters.ts';

interface Finding {
  readonly text: string;
  readonly hint: string;
}

const urlFindings = (issuer: Issuer): readonly Finding[] =>
  (['issuer', 'discoveryUrl', 'tokenEndpoint'] as const).flatMap((key): readonly Finding[] => {
    const url = issuer[key];
    if (url === undefined) return [];
    const shared = sharedTenantOf(url);
    if (shared !== undefined) {
      return [{ text: `${key} stands for every tenant of ${shared.title}.`, hint: 'Name one tenant by its id.' }];
    }
    if (isProtected(url, issuer.issuer)) return [];
    return [
      {
        text: `${key}: expected an https URL without user, query and fragment, met ${cleaned(url, 200)}.`,
        hint: 'http is for loopback only, and loopback for an issuer on loopback only.',
      },
    ];
  });

/** A discovery URL can lead to one issuer only. */
const rivalFindings = (issuer: Issuer, issuers: readonly Issuer[]): readonly Finding[] => {
  const own = new Set(discoveryUrls(issuer).map(comparableUrl));
  const name = comparableUrl(issuer.issuer);
  const rivals = issuers.filter(
    (other) =>
      comparableUrl(other.issuer) !== name && discoveryUrls(other).some((url) => own.has(comparableUrl(url) ?? '')),
  );
  return rivals.map((other) => ({
    text: `${cleaned(other.issuer, 200)} has the same discovery URL.`,
    hint: 'Keep the issuer that the document itself names.',
  }));
};

const arnFieldsMissing = (pattern: string): boolean => pattern.startsWith('arn:') && pattern.split(':').length < 6;

const clientFindings = (issuer: Issuer, client: Client): readonly Finding[] => {
  const findings: Finding[] = [];
  if (client.shared !== true && spansAccounts(client)) {
    findings.push({
      text: 'for reaches entries of several accounts.',
      hint: 'Begin each of its globs with one account (111111111111/*), or add `shared: true`.',
    });
  }
  for (const pattern of (client.for ?? []).filter(arnFieldsMissing)) {
    findings.push({
      text: `for: ${cleaned(pattern, 200)} has fewer fields than an ARN, and covers nothing.`,
      hint: 'Write each field: arn:aws:bedrock-agentcore:*:111111111111:gateway/*.',
    });
  }
  for (const url of client.urls ?? []) {
    const origin = urlPrefix(url)?.origin;
    if (origin !== undefined && isProtected(origin, origin)) continue;
    findings.push({
      text: `urls: expected an origin, with or without a path, like https://tools.example.com/team/, met ${cleaned(url, 200)}.`,
      hint: 'https, host, port and path only: no user, query or fragment.',
    });
  }
  try {
    tokenParameters(issuer, client, client.scope);
  } catch (error) {
    if (!(error instanceof SyncError)) throw error;
    findings.push({ text: error.message, hint: error.hint ?? '' });
  }
  return findings;
};

/**
 * What is wrong with the configured issuers and clients as far as the configuration alone tells, all of it, before
 * anything is asked of anybody.
 */
export const checkIssuers = (issuers: readonly Issuer[]): readonly Problem[] => {
  const problem = (subject: string, { text, hint }: Finding): Problem => ({
    rule: 'issuer-configuration',
    severity: 'error',
    subject,
    text,
    hint,
  });
  return issuers.flatMap((issuer) => {
    const name = cleaned(issuer.issuer, 200);
    const own = [...urlFindings(issuer), ...rivalFindings(issuer, issuers)].map((found) => problem(name, found));
    const clients = issuer.clients.flatMap((client) =>
      clientFindings(issuer, client).map((found) => problem(`${name} client ${cleaned(client.id, 100)}`, found)),
    );
    return [...own, ...clients];
  });
};
