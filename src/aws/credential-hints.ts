import type { AwsFailure } from './failure.ts';

/** Codes with which a connection does not come about. */
const UNREACHED = /^(ECONN|ENOTFOUND|EAI_|EHOST|ENET|ETIMEDOUT|ERR_PROXY|EPIPE)/;

/** Names of AWS's errors for credentials that were good once. */
const ENDED = /^(ExpiredToken|ExpiredTokenException|RequestExpired|TokenProviderError)$/;

/** The profile that the SDK's default chain is told to use. https://docs.aws.amazon.com/sdkref/latest/guide/feature-static-credentials.html */
const profileOf = (): string | undefined => process.env['AWS_PROFILE'] || undefined;

const withProfile = (): string => {
  const profile = profileOf();
  return profile === undefined ? '' : ` --profile ${profile}`;
};

/** `CredentialsProviderError: …`, with the profile that was asked for: the SDK's own text does not name it. */
export const noCredentialsText = (text: string): string => {
  const profile = profileOf();
  return profile === undefined || text.includes(profile) ? text : `${text} (AWS_PROFILE is ${profile})`;
};

/** What to do about credentials that AWS does not take, or about an AWS that can't be reached. */
export const credentialHint = ({ kind, code, message }: AwsFailure): string => {
  if (UNREACHED.test(code) || kind === 'unavailable' || kind === 'timeout' || kind === 'reset') {
    return 'Check the network and what lies in between: HTTPS_PROXY and NO_PROXY, and AWS_ENDPOINT_URL where it is set.';
  }
  if (ENDED.test(code) || /expired|sso session/i.test(message)) {
    return `They have ended: renew them with aws sso login${withProfile()}, or export new ones.`;
  }
  const profile = profileOf();
  if (profile !== undefined && code === 'CredentialsProviderError') {
    return `Is there a profile ${profile}? aws configure list-profiles shows those that there are; aws sso login --profile ${profile} logs in.`;
  }
  return 'Give the run AWS credentials: environment variables, AWS_PROFILE, or aws sso login; in a job aws.credentials: github-oidc.';
};
