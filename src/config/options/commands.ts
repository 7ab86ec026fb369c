/** Commands in the order of the documentation. What each is stands in `src/commands/table.ts`. */
export const COMMANDS = [
  'scan',
  'list',
  'validate',
  'plan',
  'apply',
  'sync',
  'refresh',
  'verify',
  'start',
  'lock',
  'issues',
  'call',
  'import',
  'export-manifest',
  'show',
  'report',
  'clients',
  'impact',
  'disable',
  'log',
  'login',
  'init',
  'upgrade',
  'doctor',
  'serve',
  'gateways',
  'completion',
] as const;

export type Command = (typeof COMMANDS)[number];

/** The same, for a caller who holds a text. */
export const isCommand = (text: string): text is Command => COMMANDS.some((command) => command === text);

/** Commands that ask AWS what there is. */
export const SCANNING = ['scan', 'list', 'sync'] as const;

/** Commands that plan what is registered. */
export const REGISTERING = ['plan', 'apply', 'sync'] as const;

/** Commands that ask registries. */
export const TO_REGISTRY = [...REGISTERING, 'import', 'refresh', 'verify'] as const;
