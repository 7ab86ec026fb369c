import type { Snapshot } from '../../model/registry.ts';
import type { CheckRow } from '../../model/setup.ts';

/** How much is on the site, and how much of it is ours. */
export const siteRows = ({ description, listed }: Snapshot, owner: string): readonly CheckRow[] => {
  const ours = listed.filter(({ mark }) => mark.type === 'mark' && mark.mark.owner === owner).length;
  const shown = listed.filter(({ enabled }) => enabled).length;
  return [
    {
      check: 'site',
      state: 'ok',
      met: `${description}: ${shown} of ${listed.length} registrations are shown, ${ours} ours`,
    },
  ];
};
