import type { BedrockAgentCoreControlClient } from '@aws-sdk/client-bedrock-agentcore-control';
import type { AwsFailure } from '../../aws/failure.ts';
import type { Partition } from '../../aws/partitions.ts';
import type { TargetsRead } from '../../config/settings.ts';
import type { Problem } from '../../model/problem.ts';
import type { Listing, ResourceKey, ResourceKind, Sighting } from '../../model/resource.ts';
import { idForm } from '../ids.ts';
import type { Caller, CallFailure } from './caller.ts';
import type { Unknown } from './describe.ts';
import type { Facts, Scope } from './facts.ts';
import type { FailedCall, Loss, Place } from './problems.ts';
import { malformedProblem, placeText, unknownProblems } from './problems.ts';

/** What scanning one account and Region needs, and where its findings go. */
export interface RegionScan {
  readonly place: Place;
  readonly partition: Partition;
  readonly client: BedrockAgentCoreControlClient;
  readonly caller: Caller;
  readonly scope: Scope;
  /** What gateway targets are read for. */
  readonly targets: TargetsRead;
  /** Harnesses are asked for. */
  readonly harnesses: boolean;
  /** Named endpoints of runtimes are asked for. */
  readonly endpoints: boolean;
  /** Custom domains of gateways. */
  readonly domains: readonly string[];
  /** AWS is an emulator on this machine, whose URLs are its own. */
  readonly emulator: boolean;
  readonly findings: Findings;
  /** Told how many resources a listing showed, those below others aside. */
  readonly onFound: (count: number) => void;
}

/** What the scan of one account and Region has found so far. */
export interface Findings {
  readonly sightings: Sighting[];
  readonly problems: Problem[];
  readonly failedCalls: FailedCall[];
  readonly states: Map<ResourceKind, Listing['state']>;
  /** `keyText` of every resource that a listing showed, in scope or not. */
  readonly listed: Set<string>;
  /** Keys that a listing showed, and that the configuration leaves out. */
  readonly outOfScope: ResourceKey[];
  /** `keyText` of resources below which all was listed to the end. */
  readonly listedBelow: Set<string>;
  filtered: number;
  failed: number;
}

export const createFindings = (): Findings => ({
  sightings: [],
  problems: [],
  failedCalls: [],
  states: new Map(),
  listed: new Set(),
  outOfScope: [],
  listedBelow: new Set(),
  filtered: 0,
  failed: 0,
});

/** How many resources of one Region are looked at side by side: more than any pace needs, few enough to hold. */
export const SIDE_BY_SIDE = 12;

/** `gateway pricing (pricing-a1b2c3d4e5)` */
export const thingText = (kind: ResourceKind, name: string, id: string): string => `${kind} ${name} (${id})`;

/** Notes a failed call, and what it loses. */
export const noteFailure = (scan: RegionScan, failure: CallFailure | AwsFailure, loss: Loss): void => {
  scan.findings.failed += 1;
  scan.findings.failedCalls.push({ failure, loss });
};

/** What the runtime throws where a value is not what its type promises. */
const isMisread = (error: unknown): boolean =>
  error instanceof TypeError ||
  error instanceof RangeError ||
  error instanceof URIError ||
  error instanceof SyntaxError;

/**
 * Reads one resource. An answer that nobody foresaw costs this resource and not the run: it is told as malformed, and the
 * file stays as it is.
 */
export const contained = async <Value>(
  scan: RegionScan,
  { call, thing }: { readonly call: string; readonly thing: string },
  read: () => Promise<Value>,
): Promise<Value | undefined> => {
  try {
    return await read();
  } catch (error) {
    if (!isMisread(error)) throw error;
    noteMalformed(scan, call, thing, ['a form that this version can not read']);
    return undefined;
  }
};

export const noteMalformed = (scan: RegionScan, call: string, thing: string, faults: readonly string[]): void => {
  scan.findings.failed += 1;
  scan.findings.problems.push(malformedProblem(scan.place, call, thing, faults));
};

export const noteUnknowns = (scan: RegionScan, thing: string, unknown: readonly Unknown[]): void => {
  scan.findings.problems.push(...unknownProblems(scan.place, thing, unknown));
};

/** Whether an id can be a file name; tells where it can't, or has not its documented form. */
export const acceptId = (scan: RegionScan, kind: ResourceKind, name: string, id: string): boolean => {
  const form = idForm(kind, id);
  if (form === 'documented') return true;
  const subject = placeText(scan.place);
  const shown = JSON.stringify(id.slice(0, 220));
  if (form === 'odd') {
    const text = `The id ${shown} of ${kind} ${name} does not have its documented form; it is used as it is.`;
    scan.findings.problems.push({ rule: 'resource-id', severity: 'warning', subject, text });
    return true;
  }
  scan.findings.failed += 1;
  scan.findings.problems.push({
    rule: 'resource-id-unsafe',
    severity: 'error',
    subject,
    text: `The id ${shown} of ${kind} ${name} can't be a file name: the ${kind} is skipped.`,
  });
  return false;
};

/**
 * Whether a resource that a listing showed is in scope and asked for; counts what is not, and keeps the keys that the
 * configuration leaves out. A narrowed listing is marked.
 */
export const accept = (scan: RegionScan, key: ResourceKey, facts: Facts): boolean => {
  const { findings, scope } = scan;
  if (scope.configured(facts) === 'no') {
    findings.filtered += 1;
    findings.outOfScope.push(key);
    return false;
  }
  if (scope.asked(facts) !== 'no') return true;
  findings.filtered += 1;
  if (findings.states.get(key.kind) === 'complete') findings.states.set(key.kind, 'narrowed');
  return false;
};

const STATUSES: readonly string[] = [
  'CREATING',
  'CREATE_FAILED',
  'UPDATING',
  'UPDATE_FAILED',
  'UPDATE_UNSUCCESSFUL',
  'DELETING',
  'DELETE_FAILED',
  'READY',
  'FAILED',
  'SYNCHRONIZING',
  'SYNCHRONIZE_UNSUCCESSFUL',
  'CREATE_PENDING_AUTH',
  'UPDATE_PENDING_AUTH',
  'SYNCHRONIZE_PENDING_AUTH',
];

/** Whether a resource is READY; tells where it is not, so that nobody wonders about its file. */
export const isReady = (scan: RegionScan, thing: string, status: unknown): boolean => {
  if (status === 'READY') return true;
  const { problems } = scan.findings;
  if (typeof status !== 'string') {
    noteMalformed(scan, 'Get', thing, ['status: expected a text, met something else']);
    return false;
  }
  if (STATUSES.includes(status)) {
    problems.push({
      rule: 'resource-not-ready',
      severity: 'notice',
      subject: placeText(scan.place),
      text: `${thing} is ${status}: its file stays as it is, and a new one gets none yet.`,
    });
  } else noteUnknowns(scan, thing, [{ field: 'status', value: status }]);
  return false;
};
