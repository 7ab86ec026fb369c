import type { Problem } from '../model/problem.ts';
import type { SettingsQuestion } from './build-settings.ts';
import { OPTIONS, takes } from './options/options.ts';
import type { AwsSettings } from './settings.ts';

type Kind = AwsSettings['credentials'];

/** The name of the default chain in older files and calls. */
const kindOf = (text: 'ambient' | Kind | undefined): Kind | undefined => (text === 'ambient' ? 'default-chain' : text);

const refused = (text: string, hint: string): Problem => ({
  rule: 'configuration-contradiction',
  severity: 'error',
  subject: 'credentials',
  text,
  hint,
});

const standingIn: Problem = {
  rule: 'credentials-stand-in',
  severity: 'notice',
  subject: 'aws.credentials',
  text: 'aws.credentials is github-oidc, and this is no job of GitHub Actions: your own AWS credentials stand in.',
  hint: 'Give --credentials default-chain, or set AGENTCORE_CREDENTIALS=default-chain, to say so.',
};

/**
 * Whose credentials AWS is asked with. A job takes none that are weaker than what the reviewed file says. A person has no
 * job's token: where the file asks for one, the SDK's default chain stands in, and this is told.
 */
export const awsCredentials = (
  { command, values, configuration, person = false }: SettingsQuestion,
  problems: Problem[],
): Pick<AwsSettings, 'credentials' | 'standsIn'> => {
  const configured = kindOf(configuration.aws?.credentials);
  const given = kindOf(values.credentials);
  if (!person) {
    if (configured === 'github-oidc' && given === 'default-chain') {
      problems.push(
        refused(
          'credentials asks for the default chain, and aws.credentials of the configuration for github-oidc: a job takes none that are weaker than the reviewed file says.',
          'Leave credentials out, or change aws.credentials in a pull request.',
        ),
      );
    }
    return { credentials: configured === 'github-oidc' ? configured : (given ?? configured ?? 'default-chain') };
  }
  if (given === 'github-oidc') {
    problems.push(
      refused(
        'credentials asks for github-oidc, the token of a job of GitHub Actions, and this is none.',
        'Leave it out, or give --credentials default-chain: your own AWS credentials serve.',
      ),
    );
  }
  if (given !== undefined || configured !== 'github-oidc') return { credentials: 'default-chain' };
  // A comparison of commits asks nobody, and a report of files neither.
  const asks = values.against === undefined && (command !== 'report' || values.unlisted === true);
  if (takes(command, OPTIONS.credentials) && asks) problems.push(standingIn);
  return { credentials: 'default-chain', standsIn: true };
};
