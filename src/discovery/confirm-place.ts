import type { ClaimOf } from '../kinds/calls.ts';
import type { Asked, Settle } from '../kinds/confirm/asked.ts';
import { KINDS } from '../kinds/table.ts';
import type { Claim } from '../model/confirmation.ts';
import { RESOURCE_KINDS } from '../model/generated/resource-kinds.ts';
import type { ResourceKind } from '../model/resource.ts';

const isOf =
  <Kind extends ResourceKind>(kind: Kind) =>
  (claim: Claim): claim is ClaimOf<Kind> =>
    claim.key.kind === kind;

/** Asks AWS about the claims of one account and Region, in the order of each kind's; each answer is settled as soon as it is there. */
export const askPlace = async (claims: readonly Claim[], asked: Asked, settle: Settle): Promise<void> => {
  const ask = async <Kind extends ResourceKind>(kind: Kind): Promise<void> => {
    const own = claims.filter(isOf(kind));
    if (own.length === 0) return;
    const { confirm } = await KINDS[kind].load();
    await confirm(own, asked, settle);
  };
  await Promise.all(RESOURCE_KINDS.map((kind) => ask(kind)));
};
