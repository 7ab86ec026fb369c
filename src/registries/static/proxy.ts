import { callUrlOf, type SiteServer } from './entry.ts';
import { SIGNING_SERVICE, type SignIn } from './sign-in.ts';

/** The proxy that signs requests with the AWS credentials of whoever runs it: an editor can't. A package of PyPI. */
export const PROXY_PACKAGE = 'mcp-proxy-for-aws';

/** Its version where the configuration names none. Releases move it; its arguments were tried with this one. */
export const PROXY_VERSION = '1.7.0';

/** What starts it. */
export const PROXY_RUNNER = 'uvx';

type AwsSignIn = Extract<SignIn, { type: 'aws' }>;

/** Its arguments, by name where they have one. */
export const proxyFlags = ({ region }: AwsSignIn): readonly (readonly [string, string])[] => [
  ['--service', SIGNING_SERVICE],
  ['--region', region],
];

/** The command line that an editor makes of the package: what allow lists name. */
export const proxyCommand = (
  server: SiteServer,
  signIn: AwsSignIn,
  version: string,
): readonly [string, ...string[]] => [
  PROXY_RUNNER,
  `${PROXY_PACKAGE}==${version}`,
  callUrlOf(server),
  ...proxyFlags(signIn).flat(),
];
