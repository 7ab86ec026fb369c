import { existsSync } from 'node:fs';
import type { Command } from '../config/options/commands.ts';
import type { Settings } from '../config/settings.ts';
import { secretNames } from '../credentials/secret-names.ts';
import type { Problem } from '../model/problem.ts';
import { VENDORS } from '../model/vendors/table.ts';
import { visible } from '../report/visible.ts';

/** Commands that the old tool has too, and that send tokens. */
const SENDING: ReadonlySet<Command> = new Set(['refresh', 'apply', 'sync', 'verify']);

const PREFIX = 'OAUTH_CLIENT_SECRET';

/** Variables with secrets that the old tool took by their name alone. */
const isSecretName = (name: string): boolean =>
  name.startsWith(PREFIX) || Object.values(VENDORS).some(({ secretName }) => secretName === name);

/** Names of variables that some client of the configuration takes its secret from. */
const takenNames = ({ issuers }: Pick<Settings, 'issuers'>): ReadonlySet<string> =>
  new Set(
    issuers.flatMap(({ vendor, clients }) => [
      ...clients.flatMap(({ id, secret }) =>
        typeof secret === 'object' && 'env' in secret ? [secret.env] : secret === undefined ? secretNames(id) : [],
      ),
      ...(vendor === undefined ? [] : [VENDORS[vendor].secretName ?? '']),
    ]),
  );

interface Call {
  readonly command: Command;
  readonly settings: Pick<Settings, 'issuers' | 'refresh'>;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

const unusedVariable = (names: readonly string[]): Problem => ({
  rule: 'variable-unused',
  severity: 'notice',
  subject: names[0] ?? PREFIX,
  text: `No client of the configuration takes its secret from ${names.map(visible).join(', ')}: a variable by itself gets no token.`,
  hint: 'List the client below its issuer, under issuers in the configuration (docs/migrating.md).',
});

const unreadFile: Problem = {
  rule: 'env-file-unread',
  severity: 'notice',
  subject: '.env',
  text: 'There is a file .env, and it is not read: only --env-file names one.',
  hint: 'Give --env-file .env; git must not track it.',
};

/** What a call that comes from the old tool would be surprised by: secrets that nobody takes, and a file that nobody reads. */
export const oldCallProblems = ({ command, settings, environment }: Call): readonly Problem[] => {
  if (!SENDING.has(command)) return [];
  const taken = takenNames(settings);
  const unused = Object.keys(environment).filter(
    (name) => isSecretName(name) && (environment[name] ?? '') !== '' && !taken.has(name),
  );
  const unread = command !== 'apply' && settings.refresh.envFile === undefined && existsSync('.env');
  return [...(unused.length === 0 ? [] : [unusedVariable(unused.sort())]), ...(unread ? [unreadFile] : [])];
};
