/** What a command tells of its work while it goes on. The receiver counts. */
export type WorkEvent =
  /** What is done now, where nothing can be counted; it replaces what was told before. */
  | { readonly type: 'phase'; readonly text: string }
  /** So many of the same begin; it replaces what was told before. */
  | { readonly type: 'begun'; readonly text: string; readonly total: number }
  /** One of them is done. */
  | { readonly type: 'step'; readonly failed: boolean }
  /** Nothing is under way: another one shows, asks or prints something. */
  | { readonly type: 'ended' };

/** Is told of work. */
export type OnWork = (event: WorkEvent) => void;
