import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkDefinition } from '../../src/gateways/check.ts';
import { collisionProblems } from '../../src/gateways/collisions.ts';
import { readDefinitions } from '../../src/gateways/definition.ts';
import { renderTemplate } from '../../src/gateways/render.ts';
import { definitionOf, FOLDER, lines, signed, told, worldOf } from './definitions.ts';

const made = (...more: readonly string[]): string =>
  lines('authorizer: { type: ez-auth, with: cognito }', ...more).replace(/role: .*/, 'role: { type: made }');

const nameOf = (type: string): { readonly pattern: RegExp; readonly most: number } => {
  const file = join(import.meta.dirname, `../fixtures/cloudformation/${type}.json`);
  const { Name } = JSON.parse(readFileSync(file, 'utf8')).properties;
  return { pattern: new RegExp(Name.pattern), most: Name.maxLength };
};

/** The reader refuses the one name that would be no key of its own. */
const letters = (pattern: RegExp) => fc.stringMatching(pattern).filter((text) => text !== '__proto__');

test('whatever providers and policies are called, each has resources of its own', () => {
  const base = Object.keys(renderTemplate(definitionOf(made()), worldOf()).Resources).length;
  const one = Object.keys(
    renderTemplate(definitionOf(made('providers: { a: { type: cognito } }')), worldOf()).Resources,
  );
  const each = one.length - base;
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.oneof(letters(/^[a-zA-Z0-9_-]{1,50}$/), fc.constantFrom('domain', 'DomainA', 'A', 'engine')), {
        selector: (name) => name.toLowerCase(),
        minLength: 1,
        maxLength: 6,
      }),
      (names) => {
        const providers = `providers: { ${names.map((name) => `${JSON.stringify(name)}: { type: cognito }`).join(', ')} }`;
        const files = `policies: { files: [${names.map((name) => JSON.stringify(`a${name}.cedar`)).join(', ')}, engine.cedar] }`;
        const { Resources } = renderTemplate(definitionOf(made(providers, files)), worldOf());
        // The engine, its policies, and a policy of the role for it.
        expect(Object.keys(Resources)).toHaveLength(base + names.length * each + names.length + 1 + 1 + 1);
      },
    ),
  );
});

test('names of engines, policies and domains keep within what AWS takes, whatever a gateway is called', () => {
  const engine = nameOf('PolicyEngine');
  const policy = nameOf('Policy');
  const gateway = letters(/^(?:[0-9a-zA-Z]-?){1,48}$/);
  fc.assert(
    fc.property(
      gateway,
      letters(/^[a-zA-Z0-9_-]{1,50}$/),
      letters(/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/),
      (name, of, file) => {
        const text = made(
          `providers: { ${JSON.stringify(of)}: { type: cognito } }`,
          `policies: { files: [${JSON.stringify(`${file}.cedar`)}] }`,
        );
        const all = Object.values(renderTemplate(definitionOf(text, name), worldOf()).Resources);
        const named = (type: string, key = 'Name') =>
          all.filter(({ Type }) => Type === type).map(({ Properties }) => String(Properties[key]));
        for (const [type, { pattern, most }] of [
          ['PolicyEngine', engine],
          ['Policy', policy],
        ] as const) {
          const [met = ''] = named(`AWS::BedrockAgentCore::${type}`);
          expect(met).toMatch(pattern);
          expect(met.length).toBeLessThanOrEqual(most);
        }
        for (const domain of named('AWS::Cognito::UserPoolDomain', 'Domain')) {
          expect(domain).toMatch(/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/);
          expect(domain).not.toMatch(/aws|amazon|cognito/);
        }
      },
    ),
  );
});

test('a gateway that is called after AWS has a domain that Cognito takes, the same each time', () => {
  const domain = () =>
    renderTemplate(definitionOf(made(), 'aws-tools'), worldOf()).Resources['PoolDomain']?.Properties['Domain'];
  expect(domain()).toMatch(/^gateway-[0-9a-f]{16}-111111111111$/);
  expect(domain()).toBe(domain());
});

const checked = (text: string): readonly string[] =>
  checkDefinition(definitionOf(text), worldOf(), 'deploy').problems.map(told);

test('names that are the same to AWS are refused, at the second one', () => {
  expect(checked(made('providers:', '  crm: { type: cognito }', '  CRM: { type: cognito }'))).toEqual([
    'gateways/111111111111/us-east-1/pricing.yaml:7:3 error definition-reference Two providers are called CRM, ignoring case.',
  ]);
  expect(checked(made('policies: { files: [a-b.cedar, a_b.cedar] }'))).toEqual([
    expect.stringContaining(':5:32 error definition-reference a_b.cedar and a-b.cedar would both be the policy a_b.'),
  ]);
  const reserved = lines('authorizer: { type: ez-auth, with: cognito, domain: my-aws }');
  expect(checked(reserved)).toEqual([expect.stringContaining('Cognito takes no domain with aws, amazon or cognito')]);
});

test('two files for one gateway are both refused: yaml and yml, or by case alone', () => {
  for (const other of ['pricing.yml', 'Pricing.yaml']) {
    const tree = new Map([
      [`${FOLDER}/pricing.yaml`, signed()],
      [`${FOLDER}/${other}`, signed()],
      [`${FOLDER}/orders.yaml`, signed()],
    ]);
    const { definitions, problems } = readDefinitions(tree, 'gateways');
    expect(definitions.map(({ place }) => place.name)).toEqual(['orders']);
    expect(problems).toHaveLength(2);
    expect(problems.map(({ text }) => text).join()).toContain('define the same gateway');
  }
});

test('two pools with one domain are refused in the same Region, and in no other', () => {
  const tree = new Map([
    [`${FOLDER}/a-b.yaml`, made()],
    [`${FOLDER}/a.yaml`, made('providers: { b: { type: cognito } }')],
    ['111111111111/eu-west-1/a-b.yaml', made()],
    ['222222222222/us-east-1/a-b.yaml', made()],
  ]);
  expect(collisionProblems(readDefinitions(tree, 'gateways').definitions).map(told)).toEqual([
    'gateways/111111111111/us-east-1/a.yaml:5:14 error definition-reference The domain a-b-111111111111 is taken in us-east-1 by gateways/111111111111/us-east-1/a-b.yaml.',
  ]);
});
