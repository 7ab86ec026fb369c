import type { Snapshot } from '../../model/registry.ts';
import type { CheckRow } from '../../model/setup.ts';

/** Which registry answered, how much of it is ours, and what its token may do. `renew`: the command that gets another token. */
export const registryRows = (
  { description, rights, listed }: Snapshot,
  owner: string,
  renew: string,
): readonly CheckRow[] => {
  const ours = listed.filter(({ mark }) => mark.type === 'mark' && mark.mark.owner === owner).length;
  return [
    { check: 'registry', state: 'ok', met: `${description}: ${listed.length} registrations, ${ours} ours` },
    rights.admin
      ? { check: 'rights in the registry', state: 'ok', met: `${rights.user} is an administrator` }
      : {
          check: 'rights in the registry',
          state: 'failed',
          met: `${rights.user} is no administrator: the list shows only a part, and what is not in it may still exist`,
          todo: 'Give the tool the token of an administrator of the registry.',
          command: renew,
        },
  ];
};
