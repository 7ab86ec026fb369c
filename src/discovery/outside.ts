import type { AwsSettings } from '../config/settings.ts';
import type { Facts, Scope } from '../kinds/scan/facts.ts';

/** Whether a selection comes from the configuration: what flags select says nothing about the rest. */
const isScope = (selection: { readonly type: string; readonly thisRun?: true }): boolean =>
  selection.type !== 'own' && selection.thisRun !== true;

/**
 * Tells what the configuration leaves out: by account, by Region, or by what is known of a resource. What is not known
 * decides nothing.
 * @param ids the accounts of the configuration
 */
export const outsideOf = (
  { accounts, regions }: Pick<AwsSettings, 'accounts' | 'regions'>,
  scope: Pick<Scope, 'configured'>,
  ids: ReadonlySet<string>,
): ((facts: Facts & { readonly region: string }) => boolean) => {
  const listed = regions.type === 'list' && isScope(regions) ? new Set(regions.regions) : undefined;
  return (facts) =>
    (isScope(accounts) && !ids.has(facts.account)) ||
    listed?.has(facts.region) === false ||
    scope.configured(facts) === 'no';
};
