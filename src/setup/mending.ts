import type { SyncError } from '../model/errors.ts';
import { isRepository } from './answers.ts';
import { hubCommand } from './deploy.ts';
import { secretCommand } from './github-places.ts';
import { shellWord } from './shell.ts';

/** Who pastes a command: a person on a machine, or one who read the log of a job. */
export interface Mender {
  readonly person: boolean;
  /** `owner/name`, where it is known. */
  readonly repository?: string | undefined;
  /** AWS_PROFILE, where it is set. */
  readonly profile?: string | undefined;
}

/** Brings workflows, roles' templates and schemas to what this version expects. */
export const UPGRADE = 'agentcore-sync upgrade';

/** Shows what an address answers: what is wrong there only a person can tell. */
export const askCommand = (url: string): string => `curl -sS -i -m 10 ${shellWord(url)}`;

/** Takes a secret from the keyboard, unseen, for the commands that follow. */
export const typeCommand = (name: string): string => `stty -echo; read -r ${name}; stty echo; export ${name}`;

/** Adds lines to a file of the working directory. */
export const appendCommand = (lines: readonly string[], file: string): string =>
  `printf '%s\\n' ${lines.map(shellWord).join(' ')} >> ${shellWord(file)}`;

/** Opens the settings of a repository, for what no command may decide. */
export const settingsCommand = (repository: string): string =>
  isRepository(repository) ? `gh browse --settings --repo ${repository}` : 'gh browse --settings';

/** The command behind an error of AWS, for whoever scans or confirms. */
export const mendAws =
  ({ person, profile }: Mender) =>
  ({ area, code }: SyncError): string => {
    if (area !== 'cloud' && area !== 'network') return UPGRADE;
    switch (code) {
      case 'no-credentials':
        if (!person) return UPGRADE;
        return `aws sso login${profile === undefined ? '' : ` --profile ${shellWord(profile)}`}`;
      case 'id-token':
        return UPGRADE;
      case 'assume-role':
      case 'denied':
        return hubCommand();
      case 'wrong-account':
      case 'malformed':
        return 'aws sts get-caller-identity';
      default:
        return askCommand('https://sts.amazonaws.com/');
    }
  };

/** Gets another token for a registry: `variable` is what it is read from, where it is one; else a login gives it. */
export const renewCommand = ({ person, repository }: Mender, variable: string | undefined): string => {
  if (!person) return secretCommand(repository, variable ?? 'REGISTRY_TOKEN');
  return variable === undefined ? 'agentcore-sync login' : typeCommand(variable);
};

/** The command behind an error of a registry: another token where it is about that, else a look at what answers. */
export const mendRegistry =
  (renew: string, url: string | undefined) =>
  ({ area, code }: SyncError): string => {
    const isToken = area === 'token' || area === 'usage' || code === 'unauthorized' || code === 'forbidden';
    return isToken || url === undefined ? renew : askCommand(url);
  };
