import type { Finding, Pointer } from '../document/finding.ts';
import type { Problem } from '../model/problem.ts';
import { domainOf, takesDomain } from './cognito.ts';
import type { Definition } from './definition.ts';
import { policyName } from './policy-resources.ts';

/** Items of which one before has the same key, each with that one. */
const repeated = <Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
): readonly (readonly [item: Item, first: Item])[] => {
  const met = new Map<string, Item>();
  return items.flatMap((item): readonly (readonly [Item, Item])[] => {
    const first = met.get(keyOf(item));
    if (first === undefined) met.set(keyOf(item), item);
    return first === undefined ? [] : [[item, first]];
  });
};

const twice = (pointer: Pointer, text: string, hint: string): Finding => ({
  rule: 'definition-reference',
  pointer,
  text,
  hint,
});

/** A prefix of a domain, and where a definition asks for it. */
interface Domain {
  readonly prefix: string;
  readonly definition: Definition;
  readonly pointer: Pointer;
  /** Written in the definition, not made of names. */
  readonly isGiven: boolean;
}

const domainsOf = (definition: Definition): readonly Domain[] => {
  const { place, value } = definition;
  const row = (of: string, domain: string | undefined, pointer: Pointer): Domain => ({
    prefix: domainOf({ place, of, ...(domain === undefined ? {} : { domain }) }),
    definition,
    pointer: domain === undefined ? pointer : [...pointer, 'domain'],
    isGiven: domain !== undefined,
  });
  const { authorizer, providers = {} } = value;
  return [
    ...(authorizer.type === 'ez-auth' ? [row('', authorizer.domain, ['authorizer'])] : []),
    ...Object.entries(providers).flatMap(([name, provider]) =>
      provider.type === 'cognito' ? [row(name, provider.domain, ['providers', name])] : [],
    ),
  ];
};

/** Names of a definition that AWS or a template would take for one another, and domains that Cognito refuses. */
export const nameFindings = (definition: Definition): readonly Finding[] => {
  const { providers = {}, policies } = definition.value;
  return [
    ...repeated(Object.keys(providers), (name) => name.toLowerCase()).map(([name]) =>
      twice(['providers', name], `Two providers are called ${name}, ignoring case.`, 'Give each a name of its own.'),
    ),
    ...repeated([...(policies?.files ?? []).entries()], ([, file]) => policyName(file).toLowerCase()).map(
      ([[at, file], [, first]]) =>
        twice(
          ['policies', 'files', at],
          `${file} and ${first} would both be the policy ${policyName(file)}.`,
          'Name the files so that they differ by letters or digits, not by case alone.',
        ),
    ),
    ...domainsOf(definition)
      .filter(({ prefix, isGiven }) => isGiven && !takesDomain(prefix))
      .map(({ prefix, pointer }) =>
        twice(
          pointer,
          `Cognito takes no domain with aws, amazon or cognito in it: ${prefix}.`,
          'Take another, or none: one is made of the names.',
        ),
      ),
  ];
};

/** What definitions of a repository would take from one another: a user pool's domain is one for all of a Region. */
export const collisionProblems = (definitions: readonly Definition[]): readonly Problem[] =>
  repeated(definitions.flatMap(domainsOf), ({ prefix, definition }) => `${definition.place.region} ${prefix}`).map(
    ([{ prefix, definition, pointer }, first]) =>
      definition.problem(
        twice(
          pointer,
          `The domain ${prefix} is taken in ${definition.place.region} by ${first.definition.file}.`,
          'Write a domain of its own: domain: my-prefix',
        ),
      ),
  );
