import type { Settings } from '../config/settings.ts';
import type { SiteAnswers } from './answers.ts';

/** Namespace where nobody says one: of whoever owns the repository, as GitHub's names are spelled in reverse DNS. */
const namespaceOf = (repository: string | undefined): string => {
  const owner = repository?.split('/')[0]?.toLowerCase() ?? '';
  return /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/.test(owner) ? `io.github.${owner}` : 'com.example';
};

/** The site that is configured, else the one that was asked for. `repository`: `owner/name`. */
export const siteAnswers = (
  { registries, init }: Pick<Settings, 'registries' | 'init'>,
  repository: string | undefined,
  wanted = init.site !== undefined,
): SiteAnswers | undefined => {
  const [configured] = registries.filter((one) => one.type === 'static');
  if (configured !== undefined) return { directory: configured.directory, namespace: configured.namespace };
  return wanted ? { directory: 'site', namespace: namespaceOf(repository) } : undefined;
};

/** The URL of the registry that is called, where there is one. */
export const registryUrlOf = ({ registries }: Pick<Settings, 'registries'>): string | undefined =>
  registries.find((one) => one.type !== 'static')?.url;
