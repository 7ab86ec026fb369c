/** Calls a second that AWS lets through, per account, Region and call. */
export interface Quotas {
  /** Calls whose name begins with Get. */
  readonly get: number;
  /** Calls whose name begins with List. */
  readonly list: number;
  /** Calls with a rate of their own. */
  readonly calls: Readonly<Record<string, number>>;
}

/** The documented ones: Get* 10 a second, List* 5 a second. */
export const AGENTCORE_QUOTAS: Quotas = { get: 10, list: 5, calls: {} };

/** Takes one call out of the bucket of (account, Region, call); false: over the rate. */
export type Meter = (subject: { account: string; region: string; call: string }, now: number) => boolean;

/** Token buckets that fill at the quota's rate and hold one second's worth. */
export const createMeter = (quotas: Quotas): Meter => {
  const buckets = new Map<string, { tokens: number; at: number }>();
  return ({ account, region, call }, now) => {
    const rate = quotas.calls[call] ?? (call.startsWith('List') ? quotas.list : quotas.get);
    const key = `${account}/${region}/${call}`;
    const bucket = buckets.get(key) ?? { tokens: rate, at: now };
    bucket.tokens = Math.min(rate, bucket.tokens + ((now - bucket.at) / 1000) * rate);
    bucket.at = now;
    buckets.set(key, bucket);
    if (bucket.tokens < 1) return false;
    bucket.tokens -= 1;
    return true;
  };
};
