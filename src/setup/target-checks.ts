import { staleTargets } from '../discovery/stale.ts';
import { isNews } from '../model/problem.ts';
import type { KeyOf } from '../model/resource.ts';
import type { CheckRow } from '../model/setup.ts';
import { counted } from '../report/wording.ts';
import type { CommandContext } from '../running/context.ts';
import { judged } from '../running/judging.ts';
import { scanAws } from '../running/scanning.ts';
import type { CheckStep } from './doctor.ts';
import { mendAws } from './mending.ts';
import { menderOf } from './registry-checks.ts';
import { shellWord } from './shell.ts';

const CHECK = 'tools of targets';

/** Lets a gateway list the tools of a target again. */
const synchronizeCommand = ({ region, gatewayId, id }: KeyOf<'target'>): string =>
  [
    'aws bedrock-agentcore-control synchronize-gateway-targets',
    ...['--region', region, '--gateway-identifier', gatewayId, '--target-id-list', id].map(shellWord),
  ].join(' ');

/**
 * Whether gateways tell the tools that the runtimes behind their targets have now: times that no file holds, so that AWS
 * is scanned for them. Nothing is asked where the configuration reads no targets.
 */
export const targetsStep = (context: CommandContext): CheckStep => ({
  id: 'targets',
  part: 'targets',
  check: CHECK,
  needs: ['regions'],
  mend: mendAws(menderOf(context)),
  run: async () => {
    if (context.settings.scan.targets === false) {
      return { check: CHECK, state: 'skipped', met: 'scan.targets is none: no target is read' };
    }
    const scan = await scanAws(context, { known: [], tree: new Map() });
    const stale = staleTargets(scan).flatMap(({ key, problem }): CheckRow[] => {
      const [found] = judged([problem], context);
      if (found === undefined || !isNews(found)) return [];
      return [{ check: CHECK, state: 'failed', met: found.text, command: synchronizeCommand(key) }];
    });
    if (stale.length > 0) return stale;
    const read = scan.sightings.filter(({ key }) => key.kind === 'target').length;
    const met =
      read === 0
        ? 'there is no target that is an MCP server or agent'
        : `${counted(read, 'target')}: none has tools from before its runtime, as far as AWS tells`;
    return { check: CHECK, state: 'ok', met };
  },
});
