import { openAwsConnection } from '../aws/connection.ts';
import { organizationId } from '../aws/organization.ts';
import { runGit } from '../config/repository.ts';
import { openAccess } from '../discovery/accounts.ts';
import { withoutEnd } from '../model/ends.ts';
import { SyncError } from '../model/errors.ts';
import type { CommandContext } from '../running/context.ts';

/** What a clone says of the repository on its server. */
export interface Remote {
  /** `owner/name`. */
  readonly repository: string;
  /** Address of the server; absent where the remote names an alias of SSH's configuration. */
  readonly server?: string;
  /** The default branch, where the clone knows it. */
  readonly branch?: string;
}

/** What AWS says of whoever asks. */
export interface Caller {
  readonly account?: string;
  readonly region?: string;
  readonly organizationId?: string;
}

const ADDRESS = /^(?:[a-z+]+:\/\/)(?:[^@/]*@)?([\w.-]+)(?::[0-9]+)?\/(.+)$/;
const SCP = /^(?:[^@/:]+@)?([\w.-]+):(?!\/\/)(.+)$/;

/**
 * The repository that a git remote names: `git@github.com:acme/catalogue.git`, `ssh://…` or `https://…`. undefined for what
 * names no `owner/name`.
 */
export const parseRemote = (address: string): Remote | undefined => {
  const [, host = '', path = ''] = ADDRESS.exec(address.trim()) ?? SCP.exec(address.trim()) ?? [];
  const repository = withoutEnd(path.replace(/^\/+/, ''), '/').replace(/\.git$/, '');
  if (!/^[\w-][\w.-]*\/[\w.-]+$/.test(repository)) return undefined;
  // GitHub takes SSH on the port of HTTPS under a name of its own.
  const named = host === 'ssh.github.com' ? 'github.com' : host;
  return { repository, ...(named.includes('.') ? { server: `https://${named}` } : {}) };
};

const line = (...words: readonly string[]): Promise<string> =>
  runGit(...words).then(
    (text) => text.trim(),
    () => '',
  );

/** What the remote `origin` of the working directory says; undefined outside of a clone. */
export const readRemote = async (): Promise<Remote | undefined> => {
  const remote = parseRemote(await line('remote', 'get-url', 'origin'));
  if (remote === undefined) return undefined;
  const head = await line('symbolic-ref', '--short', 'refs/remotes/origin/HEAD');
  const branch = head.replace(/^origin\//, '');
  return { ...remote, ...(branch === '' ? {} : { branch }) };
};

/** A person waits for the question: what does not answer by then is not offered. */
const SECONDS = 5;

const unlessRefused = async <Value>(read: () => Promise<Value>): Promise<Value | undefined> => {
  try {
    return await read();
  } catch (error) {
    // Defaults are offered where they can be had: no credentials, no right and no network are all no default.
    if (error instanceof SyncError) return undefined;
    throw error;
  }
};

/** What AWS says of the credentials at hand, as far as it says anything within seconds. */
export const readCaller = async ({
  environment,
  clock,
  signal,
  settings,
}: Pick<CommandContext, 'environment' | 'clock' | 'signal' | 'settings'>): Promise<Caller> => {
  const connection = openAwsConnection({ environment, clock, callSeconds: SECONDS, signal });
  const { hubRole: _, externalId: __, ...aws } = settings.aws;
  const own = {
    ...aws,
    credentials: 'default-chain',
    accounts: { type: 'own' },
    regions: { type: 'default' },
  } as const;
  try {
    const access = await openAccess({ settings: own, connection });
    const [region] = access.regions ?? [];
    const session = await unlessRefused(() => access.sessions.caller());
    if (session === undefined) return region === undefined ? {} : { region };
    const { account, credentials } = session;
    const at = { region: access.partition.globalRegion, credentials, connection };
    const organization = await unlessRefused(() => organizationId(at));
    return {
      account,
      ...(region === undefined ? {} : { region }),
      ...(organization === undefined ? {} : { organizationId: organization }),
    };
  } finally {
    connection.close();
  }
};
