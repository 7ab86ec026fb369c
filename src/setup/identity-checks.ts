import type { Settings } from '../config/settings.ts';
import type { CheckRow } from '../model/setup.ts';
import { secretCommand } from './github-places.ts';
import { typeCommand, UPGRADE } from './mending.ts';
import { TRUSTED_ENVIRONMENTS } from './subjects.ts';

/** Who takes the job's OIDC token, and for which audience: AWS first, because most of the rest leans on it. */
export const tokenAudience = ({
  aws,
  registries,
}: Pick<Settings, 'aws' | 'registries'>): { readonly audience: string; readonly for: string } | undefined => {
  if (aws.credentials === 'github-oidc' || aws.standsIn === true) return { audience: aws.audience, for: 'AWS' };
  const [first] = registries.flatMap((one) =>
    'token' in one && 'github-oidc' in one.token ? [one.token['github-oidc'].audience] : [],
  );
  return first === undefined ? undefined : { audience: first, for: 'the registry' };
};

/** Whether a token's `sub` is one that the templates of the roles trust. */
export const subjectRow = (subject: string): CheckRow => {
  const check = 'sub of the id-token';
  const environment = /:environment:([^:]+)$/.exec(subject)?.[1];
  const todo = `Let the job name the environment ${TRUSTED_ENVIRONMENTS.join(' or ')}, and let the role trust this sub whole.`;
  if (!subject.startsWith('repo:')) {
    const met = `${subject}: a form of your organization's own`;
    return { check, state: 'ok', met, todo: 'Let the roles trust it whole, in place of what init wrote.' };
  }
  const command = UPGRADE;
  if (environment === undefined) {
    const met = `${subject}: it names no environment, so any branch could have it`;
    return { check, state: 'failed', met, todo, command };
  }
  if (!TRUSTED_ENVIRONMENTS.includes(environment)) {
    const met = `${subject}: an environment that the roles of init do not trust`;
    return { check, state: 'failed', met, todo, command };
  }
  return { check, state: 'ok', met: subject };
};

type Variables = Pick<Settings, 'registries' | 'issuers' | 'secrets'>;

/** Environment variables that the configuration takes secrets from, each once. */
const variablesOf = ({ registries, issuers, secrets }: Variables): string[] => {
  const clients = issuers.flatMap((issuer) => issuer.clients);
  return [
    ...new Set([
      ...registries.flatMap((one) => ('token' in one && 'env' in one.token ? [one.token.env] : [])),
      ...clients.flatMap(({ secret }) =>
        typeof secret === 'object' && 'env' in secret && typeof secret.env === 'string' ? [secret.env] : [],
      ),
      ...Object.values(secrets).map(({ env }) => env),
    ]),
  ].sort();
};

/** Who looks for variables: a job has them all, a person those that are exported. */
export interface VariableWorld {
  readonly isSet: (name: string) => boolean;
  readonly person: boolean;
  /** `owner/name`, where it is known: for a command that sets what is missing. */
  readonly repository?: string | undefined;
}

const absentRow = (name: string, { person, repository }: VariableWorld): CheckRow => {
  const check = `variable ${name}`;
  return person
    ? {
        check,
        state: 'skipped',
        met: 'is not set on this machine',
        todo: `Export ${name} where something shall be sent from here. Jobs take it from the environments registry and registry-refresh: doctor.yml checks it there.`,
        command: typeCommand(name),
      }
    : {
        check,
        state: 'failed',
        met: 'is not set, or empty',
        todo: `Add the secret ${name} to the environments registry and registry-refresh, and a line for it below env: in the workflows.`,
        command: secretCommand(repository, name),
      };
};

/** Whether every variable that the configuration names is there. Values are not looked at. */
export const variableRows = (settings: Variables, world: VariableWorld): readonly CheckRow[] =>
  variablesOf(settings).map((name) =>
    world.isSet(name) ? { check: `variable ${name}`, state: 'ok', met: 'is set' } : absentRow(name, world),
  );
