const STS = /^sts(\.[a-z0-9-]+)?\.amazonaws\.(com|com\.cn|eu)$/i;

/**
 * True for an audience with which GitHub's token opens something else than the destination at hand: AWS itself, or what
 * `reserved` names. Whoever received such a token could use it there.
 */
export const isReserved = (audience: string, reserved: readonly string[]): boolean =>
  STS.test(audience) || reserved.includes(audience);
