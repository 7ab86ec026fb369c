import { CONFIGURATION_RULES } from './rules/configuration.ts';
import { FILE_RULES } from './rules/files.ts';
import { GATEWAY_RULES } from './rules/gateways.ts';
import { REGISTRY_RULES } from './rules/registries.ts';
import { REQUEST_RULES } from './rules/requests.ts';
import type { Rule } from './rules/rule.ts';
import { RUN_RULES } from './rules/runs.ts';
import { SCAN_RULES } from './rules/scan.ts';
import { TOKEN_RULES } from './rules/tokens.ts';

/** Every rule that a problem can name: each a row of the file of its subject. */
export const RULES = {
  ...FILE_RULES,
  ...RUN_RULES,
  ...CONFIGURATION_RULES,
  ...SCAN_RULES,
  ...REGISTRY_RULES,
  ...GATEWAY_RULES,
  ...REQUEST_RULES,
  ...TOKEN_RULES,
} as const satisfies Record<string, Rule>;

export type RuleName = keyof typeof RULES;

/** The page of the rules: each has an anchor of its own name there, which stays. */
const RULES_PAGE = 'https://agentcore-sync.dev/docs/rules.md';

/** Where a rule is told to the end: the page that its row names, or its place on the page of the rules. */
export const helpOf = (name: RuleName): string => ruleOf(name).help ?? `${RULES_PAGE}#${name}`;

/** The row of a rule. */
export const ruleOf = (name: RuleName): Rule => RULES[name];

/** True for a rule that no configuration can lower or accept. */
export const isGuard = (name: RuleName): boolean => ruleOf(name).guard ?? ruleOf(name).severity === 'error';
