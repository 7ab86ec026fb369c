import type { Configuration } from '../model/generated/configuration.ts';
import type { Problem } from '../model/problem.ts';
import type { SettingsQuestion } from './build-settings.ts';
import type { InitSettings } from './settings.ts';

const configuredRegions = ({ aws }: Configuration): readonly string[] | undefined =>
  aws?.regions === 'all' ? ['all'] : aws?.regions;

const TWICE: Problem = {
  rule: 'configuration-contradiction',
  severity: 'error',
  subject: 'organization',
  text: 'organization and accounts are both given.',
  hint: 'Give one of them: organization for the accounts of AWS Organizations, accounts for a list.',
};

/** What init and upgrade are told by flags and by the configuration that is there. */
export const initSettings = (
  { command, values, origins, configuration }: SettingsQuestion,
  problems: Problem[],
): InitSettings => {
  const hubRole = values.hubRole ?? configuration.aws?.hubRole;
  const owner = values.owner ?? configuration.owner;
  const configured = configuration.aws?.organization;
  const organization = values.organization ?? (configured === undefined ? undefined : (configured.units ?? []));
  // A Region of the shell is offered as a default: it is no answer.
  const given = origins.regions === 'door' ? values.regions : undefined;
  const [ownerId, repositoryId] = values.repositoryIds?.split('/') ?? [];
  if (command === 'init' && values.organization !== undefined && values.accounts !== undefined) problems.push(TWICE);
  return {
    ...(values.registry === 'static' ? { site: true as const } : {}),
    ...(values.withGateways === true ? { gateways: true as const } : {}),
    ...(values.action === undefined ? {} : { action: values.action }),
    ...(owner === undefined ? {} : { owner }),
    ...(organization === undefined ? {} : { organization }),
    ...(values.organizationId === undefined ? {} : { organizationId: values.organizationId }),
    ...(values.repository === undefined ? {} : { repository: values.repository }),
    ...(ownerId === undefined || repositoryId === undefined
      ? {}
      : { repositoryIds: { owner: ownerId, repository: repositoryId } }),
    ...(values.base === undefined ? {} : { base: values.base }),
    ...(hubRole === undefined ? {} : { hubRole }),
    regions: configuredRegions(configuration) ?? given ?? [],
    codeOwners: values.codeOwners ?? [],
    yes: values.yes ?? false,
  };
};
