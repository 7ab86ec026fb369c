import { isLoopbackHost } from '../model/addresses.ts';

/** True where the SDK's own setting sends every call to this machine. */
export const isEmulator = (environment: Readonly<Record<string, string | undefined>>): boolean => {
  const endpoint = URL.parse(environment['AWS_ENDPOINT_URL'] ?? '');
  return endpoint !== null && isLoopbackHost(endpoint.hostname);
};

/** For all services, or for one of those that confirming a place asks. */
const OVERRIDE = /^AWS_ENDPOINT_URL(_(STS|ORGANIZATIONS|BEDROCK_AGENTCORE_CONTROL))?$/i;

/** True where the environment sends calls that confirm a place somewhere else than to AWS. */
export const isOverridden = (environment: Readonly<Record<string, string | undefined>>): boolean =>
  Object.entries(environment).some(([name, value]) => OVERRIDE.test(name) && value !== undefined && value !== '');
