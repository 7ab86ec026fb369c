import type { ScanFigures } from './resource.ts';

/**
 * What a scan tells while it runs, through its `onProgress`. Everything is counted by the receiver: an event says one
 * thing, and events of different accounts and Regions come in any order.
 */
export type ProgressEvent =
  /** How many pairs of account and Region will be scanned. First, and again where more become known. */
  | { readonly type: 'planned'; readonly total: number }
  | { readonly type: 'started'; readonly account: string; readonly region: string }
  /** A call was answered. A throttled call is told too, and then again when it is repeated. */
  | { readonly type: 'call'; readonly account: string; readonly region: string; readonly throttled: boolean }
  /** Resources that a page of a listing showed. */
  | { readonly type: 'found'; readonly account: string; readonly region: string; readonly count: number }
  /** The pair is done; `failed` in the figures says whether something was lost. */
  | { readonly type: 'finished'; readonly figures: ScanFigures }
  /** The whole scan is done, however it went. */
  | { readonly type: 'ended' };
