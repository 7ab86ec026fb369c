import type { Call } from './wire.ts';

/** One request that the server understood. */
export interface RequestRecord {
  readonly service: string;
  readonly call: string;
  /** The account that the request was about: for AssumeRole the role's. */
  readonly account: string;
  readonly region: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** ARN of who signed it. */
  readonly caller?: string;
  /** Ids in the path, in order. */
  readonly ids: readonly string[];
  /** Parameters of STS and EC2 calls and queries of AgentCore calls, without tokens. */
  readonly parameters: Readonly<Record<string, string>>;
  /** Code of the refusal, where it was one. */
  readonly refused?: string;
}

/** Counts since the start: they cost nothing and go on when the log is off. */
export interface Figures {
  calls: number;
  throttled: number;
  /** `service:Call` → how often. */
  byCall: Record<string, number>;
}

const SECRET = new Set(['WebIdentityToken']);

const record = (call: Call, account: string, refused: string | undefined): RequestRecord => ({
  service: call.service,
  call: call.name,
  account,
  region: call.region,
  at: call.now,
  ids: call.segments.filter((_, index) => index % 2 === 1),
  parameters: Object.fromEntries([...call.parameters].filter(([key]) => !SECRET.has(key))),
  ...(call.caller && { caller: call.caller.arn }),
  ...(refused !== undefined && { refused }),
});

export interface Log {
  readonly requests: readonly RequestRecord[];
  readonly figures: Figures;
  /** Counts a call about `account`, with the code of its refusal, and keeps it if the log is on. */
  add(call: Call, account: string, refused: string | undefined): void;
}

/** A log of the newest `most` requests. */
export const createLog = (most: number): Log => {
  const requests: RequestRecord[] = [];
  const figures: Figures = { calls: 0, throttled: 0, byCall: {} };
  return {
    requests,
    figures,
    add(call, account, refused) {
      const key = `${call.service}:${call.name}`;
      figures.calls += 1;
      figures.byCall[key] = (figures.byCall[key] ?? 0) + 1;
      if (refused !== undefined && /Throttl|TooManyRequests|RequestLimit/.test(refused)) figures.throttled += 1;
      if (most === 0) return;
      requests.push(record(call, account, refused));
      if (requests.length > most * 1.25) requests.splice(0, requests.length - most);
    },
  };
};
