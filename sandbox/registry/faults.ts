/** Faults that a test puts between a client and the registry, and takes away again, while it runs. */

/** What goes wrong. `before` and `after` say whether the registry did the work: after, only its answer is lost. */
export type FaultKind =
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly body?: string;
      readonly type?: 'json' | 'html' | 'text';
      readonly headers?: Readonly<Record<string, string>>;
      readonly when?: 'before' | 'after';
    }
  | { readonly kind: 'reset'; readonly when: 'before' | 'after' }
  | { readonly kind: 'hang'; readonly when: 'before' | 'after' }
  /** Headers and half of the body, then the connection ends. */
  | { readonly kind: 'truncate' }
  | { readonly kind: 'slow'; readonly ms: number }
  /** The process dies with this request and refuses connections for a while; work after answers is lost. */
  | { readonly kind: 'restart'; readonly downMs: number };

export interface Fault {
  readonly method?: string;
  /** The decoded path, exactly or by pattern. */
  readonly path?: string | RegExp;
  /** The first matching request that it hits, counted from 1 when the fault was added. Default 1. */
  readonly nth?: number;
  /** How many requests it hits. Default 1; Infinity for all. */
  readonly times?: number;
  readonly fault: FaultKind;
}

export interface Faults {
  /** Adds a fault; the returned function takes it away. */
  readonly add: (fault: Fault) => () => void;
  readonly clear: () => void;
  /** The fault of the request that just arrived: of several, the one added first. */
  readonly next: (method: string, path: string) => FaultKind | undefined;
}

const CONTENT_TYPES = { json: 'application/json', html: 'text/html', text: 'text/plain; charset=utf-8' } as const;

export const faultType = (type: 'json' | 'html' | 'text' | undefined): string => CONTENT_TYPES[type ?? 'json'];

const pathMatches = (wanted: string | RegExp | undefined, path: string): boolean =>
  wanted === undefined || (typeof wanted === 'string' ? wanted === path : path.search(wanted) >= 0);

export const createFaults = (): Faults => {
  const active = new Map<Fault, number>();
  const next = (method: string, path: string): FaultKind | undefined => {
    let hit: FaultKind | undefined;
    for (const [fault, seen] of active) {
      if ((fault.method !== undefined && fault.method !== method) || !pathMatches(fault.path, path)) continue;
      const count = seen + 1;
      active.set(fault, count);
      const first = fault.nth ?? 1;
      if (hit === undefined && count >= first && count < first + (fault.times ?? 1)) hit = fault.fault;
    }
    return hit;
  };
  return {
    add: (fault) => {
      // A copy, so that the same value can be added twice.
      const own = { ...fault };
      active.set(own, 0);
      return () => active.delete(own);
    },
    clear: () => active.clear(),
    next,
  };
};
