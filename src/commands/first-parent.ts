import { readGitRef } from '../catalogue/read-git.ts';
import { buildSettings } from '../config/build-settings.ts';
import { loadConfigurationAt } from '../config/load.ts';
import { barePath } from '../registry/mark.ts';
import type { SafetyContext } from '../registry/safety.ts';
import { judgeCatalogue } from './catalogue.ts';
import type { CommandContext } from './context.ts';

const PARENT = 'HEAD^1';

/**
 * In Actions: limits and protection as they were in the first parent of what is applied, so that a change which removes a
 * protected entry, or more than the limits allow, can't lift what holds it back. Empty where there is no parent at hand
 * (the first commit, a shallow checkout) and on a command line, where the person is trusted.
 */
export const firstParentSafety = async (
  context: CommandContext,
): Promise<Partial<Pick<SafetyContext, 'limits' | 'protectedPaths'>>> => {
  if (!context.actions) return {};
  const { settings } = context;
  const loaded = await loadConfigurationAt(PARENT, settings.configFile);
  if (loaded.problems.length > 0) return {};
  const { settings: before } = buildSettings({
    command: 'apply',
    values: {},
    origins: {},
    configuration: loaded.configuration,
  });
  const { entries } = judgeCatalogue(await readGitRef('.', PARENT, settings.directory), context);
  const protectedEntries = entries.filter(({ value }) => value.registration.protect === true);
  return {
    limits: before.limits,
    protectedPaths: new Set(protectedEntries.map(({ value }) => barePath(value.registration.path))),
  };
};
