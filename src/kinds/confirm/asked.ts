import type { createAgentCoreClient } from '../../aws/agentcore.ts';
import { failureText } from '../../aws/failure.ts';
import type { Claim, Confirmation } from '../../model/confirmation.ts';
import type { AgentCoreCall, Caller, CallFailure } from '../scan/caller.ts';

/** One account and Region while its claims are looked at. */
export interface Asked {
  readonly caller: Caller;
  readonly client: ReturnType<typeof createAgentCoreClient>;
  readonly dnsSuffix: string;
  /** The role that asks, for hints. */
  readonly role: string;
}

export type Settle = (claim: Claim, answer: Confirmation) => void;

const hintOf = (failure: Pick<CallFailure, 'kind'>, call: AgentCoreCall, role: string): string | undefined => {
  switch (failure.kind) {
    case 'denied':
      return `Allow bedrock-agentcore:${call} to the role ${role}.`;
    case 'throttled':
    case 'timeout':
    case 'unavailable':
    case 'run-time':
      return 'Run again later.';
    default:
      return undefined;
  }
};

/** A failed call: whatever it was, it says nothing about the place. */
export const unknown = (failure: CallFailure, call: AgentCoreCall, { role }: Pick<Asked, 'role'>): Confirmation => {
  const hint = hintOf(failure, call, role);
  return {
    type: 'unknown',
    text: `${call} failed (${failureText(failure)})`,
    ...(hint === undefined ? {} : { hint }),
  };
};

/** Asks about each claim by a call of its own, in their order. */
export const confirmEach =
  <One extends Claim>(ask: (claim: One, asked: Asked) => Promise<Confirmation>) =>
  async (claims: readonly One[], asked: Asked, settle: Settle): Promise<void> => {
    await Promise.all(claims.map(async (claim) => settle(claim, await ask(claim, asked))));
  };
