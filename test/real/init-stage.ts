/** A stranger's repository with what init writes, as it writes it: its workflows run by act, in jobs with the id token that GitHub gives. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type Aws, startAws } from '../../sandbox/aws/server.ts';
import { type Github, startGithub } from '../../sandbox/github/server.ts';
import { type Registry, startRegistry } from '../../sandbox/registry/registry.ts';
import { confirmRoleFor, roleFor, roleForJob } from '../../sandbox/resources.ts';
import { CALLER, expectCode, LOGISTICS, RETAIL, runDoor, temporaryFolder, twoAccounts } from '../cli/cli.ts';
import { copyAction, filesIn, openRepository, type Repository, withoutQueues } from './act.ts';

const ACTION = `acme/agentcore-sync@${'c0ffee'.repeat(7).slice(0, 40)}`;
const HUB = `arn:aws:iam::${CALLER}:role/Hub`;
const DEPLOY_HUB = `arn:aws:iam::${CALLER}:role/AgentCoreDeployHub`;
const CONFIRM_HUB = `arn:aws:iam::${CALLER}:role/AgentCoreConfirmHub`;

/** Two accounts whose roles trust the two hubs alone, and hubs that trust jobs alone: nobody's own credentials open anything. */
const behindHubs = (sub: string) => {
  const world = twoAccounts();
  const { accounts } = world;
  const hubs = { Hub: roleForJob(sub), AgentCoreConfirmHub: roleForJob(sub), AgentCoreDeployHub: roleForJob(sub) };
  Object.assign(accounts[CALLER] ?? {}, { roles: hubs });
  for (const account of [RETAIL, LOGISTICS]) {
    const roles = {
      AgentCoreSync: roleFor(HUB),
      AgentCoreConfirm: confirmRoleFor(CONFIRM_HUB),
      AgentCoreDeploy: roleFor(DEPLOY_HUB),
      AgentCoreReloadTools: roleFor(DEPLOY_HUB),
    };
    Object.assign(accounts[account] ?? {}, { roles });
  }
  return world;
};

/** The files of a new catalogue. */
const initialized = async (flags: readonly string[], more: string): Promise<Readonly<Record<string, string>>> => {
  const folder = temporaryFolder();
  const words = [
    ...['init', '--action', ACTION, '--repository', 'acme/catalogue', '--accounts', `${RETAIL},${LOGISTICS}`],
    ...['--regions', 'us-east-1,eu-west-1', '--hub-role', HUB, ...flags],
    ...['--code-owners', '@acme/platform'],
  ];
  expectCode(await runDoor('cli', words, { folder }), 0);
  withoutQueues(folder);
  const files = filesIn(folder);
  return { ...files, 'agentcore-sync.yaml': `${files['agentcore-sync.yaml']}${more}` };
};

export interface Catalogue extends Repository {
  readonly github: Github;
  readonly registry: Registry;
  readonly aws: Aws;
  /** Merges a pull request, and checks the default branch out. */
  readonly merge: (number: number) => void;
}

interface CatalogueOptions {
  /** Flags of init for a registry (default: the MCP Gateway Registry on loopback). */
  readonly registry?: readonly string[];
  /** Flags of init besides. */
  readonly flags?: readonly string[];
  /** Lines that people add to the configuration. */
  readonly configuration?: string;
  /** Files that people add. */
  readonly files?: Readonly<Record<string, string>>;
  /** Environment that the id token of its jobs names. */
  readonly environment?: string;
  /** Actions by `owner/name@ref`, and the folders that stand for them, besides this one and those of artifacts. */
  readonly actions?: Readonly<Record<string, string>>;
}

/** The services, and the repository with the files that init writes for them. */
export const startCatalogue = async (options: CatalogueOptions = {}): Promise<Catalogue> => {
  const sub = `repo:acme/catalogue:environment:${options.environment ?? 'registry'}`;
  const aws = await startAws(behindHubs(sub), { caller: { account: CALLER }, job: { sub } });
  const registry = await startRegistry({ scan: 'off' });
  const flags = [...(options.registry ?? ['--registry-url', registry.url]), ...(options.flags ?? [])];
  const written = await initialized(flags, options.configuration ?? '');
  const github = await startGithub({ repository: 'acme/catalogue', files: { ...written, ...options.files } });
  onTestFinished(() => Promise.all([aws.close(), registry.close(), github.stop()]).then(() => undefined));
  const action = join(temporaryFolder(), 'action');
  mkdirSync(action);
  copyAction(action);
  const services = Object.entries(aws.environment).filter(([name]) => !/REGION|KEY|TOKEN/.test(name));
  const repository = openRepository({
    github,
    environment: { ...Object.fromEntries(services), ...aws.jobEnvironment },
    registryToken: registry.token,
    actions: { [ACTION]: action, ...options.actions },
  });
  return {
    ...repository,
    github,
    registry,
    aws,
    merge: (number) => void repository.git('reset', '--quiet', '--hard', github.people.merge(number)),
  };
};
