import { isLoopbackHost } from '../model/addresses.ts';

/** True where the SDK's own setting sends every call to this machine. */
export const isEmulator = (environment: Readonly<Record<string, string | undefined>>): boolean => {
  const endpoint = URL.parse(environment['AWS_ENDPOINT_URL'] ?? '');
  return endpoint !== null && isLoopbackHost(endpoint.hostname);
};
