import { GATEWAY_VERBS } from '../config/options/gateways.ts';
import { SyncError } from '../model/errors.ts';
import type { RunCommand } from '../running/context.ts';

/** Gateways as code, by the word that comes first. */
export const gateways: RunCommand = async (context) => {
  const [verb, ...names] = context.operands;
  switch (verb) {
    case 'check':
      return (await import('./gateways/check.ts')).checkGateways(context, names);
    case 'render':
      return (await import('./gateways/render.ts')).renderGateways(context, names);
    case 'plan':
      return (await import('./gateways/plan.ts')).planGateways(context, names);
    case 'deploy':
      return (await import('./gateways/deploy.ts')).deployGateways(context, names);
    case 'propose':
      return (await import('./gateways/propose.ts')).proposeGateways(context, names);
    case 'reload-tools':
      return (await import('./gateways/reload-tools.ts')).reloadTools(context, names);
    case 'pull':
      return (await import('./gateways/pull.ts')).pullGateways(context, names);
    case 'new':
      return (await import('./gateways/new.ts')).newGateway(context, names);
    default:
      throw new SyncError(
        'usage',
        'bad-option',
        `gateways: expected ${GATEWAY_VERBS.join(', ')}, met ${verb ?? 'nothing'}.`,
        {
          hint: 'See agentcore-sync gateways --help.',
        },
      );
  }
};
