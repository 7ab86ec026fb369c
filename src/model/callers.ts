import type { EntryFile } from './generated/entry.ts';

/** How a registration says that the registry holds no token for it. */
export const CALLERS_TEXT = 'callers send their own token';

/**
 * True where whoever calls through the registry sends the server's own token along, as AgentCore takes it: none is asked
 * for, none is stored, and none is missing.
 */
export const isCallers = (entry: EntryFile): boolean => entry.credential?.from === 'caller';
