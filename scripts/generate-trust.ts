import { readFile } from 'node:fs/promises';
import { TRUST_KEYS, type TrustDecision } from '../src/config/trust-keys.ts';
import type { GeneratedFile } from './generated-files.ts';
import { between } from './markers.ts';

/** Keys by what is said of them, each reason once. */
const grouped = (textOf: (decision: TrustDecision) => string | undefined): ReadonlyMap<string, readonly string[]> => {
  const keys = new Map<string, string[]>();
  for (const [key, decision] of Object.entries<TrustDecision>(TRUST_KEYS)) {
    const text = textOf(decision);
    if (text !== undefined) keys.set(text, [...(keys.get(text) ?? []), `\`${key}\``]);
  }
  return keys;
};

const table = (heading: string, rows: ReadonlyMap<string, readonly string[]>): string =>
  [`| keys | ${heading} |`, '|---|---|', ...[...rows].map(([text, keys]) => `| ${keys.join(', ')} | ${text} |`)].join(
    '\n',
  );

/** The page of reviews, with what each key of the configuration is to the entries that it judges. */
export const trustPage = async (): Promise<GeneratedFile> => {
  const path = 'docs/review.md';
  const alone = table(
    'decides',
    grouped((decision) => ('alone' in decision ? decision.alone : undefined)),
  );
  const freely = table(
    'why',
    grouped((decision) => ('freely' in decision ? decision.freely : undefined)),
  );
  const text = between(await readFile(path, 'utf8'), 'alone', alone);
  return { path, text: between(text, 'freely', freely) };
};
