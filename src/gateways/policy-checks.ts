import policySchema from '../../schemas/policy-tests.schema.json' with { type: 'json' };
import { positionsIn } from '../document/characters.ts';
import { type Finding, toProblem } from '../document/finding.ts';
import { offsetOf } from '../document/offset.ts';
import { faultProblems, parseSyntax } from '../document/read.ts';
import { schemaFindings } from '../document/schema-findings.ts';
import { knownKeys } from '../document/schema-tree.ts';
import { plainMap } from '../document/syntax.ts';
import type { PolicyCase, PolicyTests } from '../model/generated/policy-tests.ts';
import { validate } from '../model/generated/validate-policy-tests.js';
import type { Problem } from '../model/problem.ts';
import type { Cedar, CedarCall } from './cedar.ts';
import type { Definition } from './definition.ts';
import { GATEWAY_PLACE, policyPath, policyText } from './policy-resources.ts';
import type { GatewayWorld } from './world.ts';

/** Characters of one policy. https://docs.aws.amazon.com/bedrock-agentcore-control/latest/APIReference/API_CreatePolicy.html */
const STATEMENT = { least: 35, most: 10_000 } as const;

/** Where the cases stand below `gateways/`. */
const TESTS = 'policies/tests.yaml';

const finding = (pointer: Finding['pointer'], text: string, hint: string): Finding => ({
  rule: 'definition-policy',
  ...(pointer === undefined ? {} : { pointer }),
  text,
  hint,
});

/** An ARN in the gateway's place: policies are judged before there is one. */
const arnOf = ({ place }: Definition, { partition }: GatewayWorld): string =>
  `arn:${partition(place.region)}:bedrock-agentcore:${place.region}:${place.account}:gateway/${place.name.toLowerCase()}-0000000000`;

/** The policies of a definition as Cedar reads them, and what is wrong with their files. */
const policiesOf = (
  definition: Definition,
  world: GatewayWorld,
  cedar: Cedar,
): { readonly policies: readonly string[]; readonly problems: readonly Problem[] } => {
  const policies: string[] = [];
  const problems = (definition.value.policies?.files ?? []).flatMap((file, at): readonly Problem[] => {
    const pointer = ['policies', 'files', at];
    const text = policyText(file, world.files);
    if (text === undefined) {
      return [
        definition.problem(
          finding(pointer, `There is no policy gateways/${policyPath(file)}.`, 'Put the Cedar file there.'),
        ),
      ];
    }
    const found = cedar.parts(text.replaceAll(GATEWAY_PLACE, arnOf(definition, world)));
    if ('errors' in found) {
      return [
        definition.problem(
          finding(pointer, `gateways/${policyPath(file)} is no Cedar: ${found.errors.join('; ')}.`, 'Mend the policy.'),
        ),
      ];
    }
    const told = policyFindings(text, found.policies.length + found.templates).map((one) =>
      definition.problem({ ...one, pointer, text: `gateways/${policyPath(file)}: ${one.text}` }),
    );
    policies.push(...found.policies);
    return [...told, ...unknownTools(text, definition).map((one) => definition.problem({ ...one, pointer }))];
  });
  return { policies, problems };
};

const policyFindings = (text: string, count: number): readonly Finding[] => [
  ...(count === 1
    ? []
    : [finding(undefined, `expected one policy, met ${count}.`, 'AWS keeps each policy apart: one file for each.')]),
  ...(text.length >= STATEMENT.least && text.length <= STATEMENT.most
    ? []
    : [
        finding(
          undefined,
          `expected ${STATEMENT.least} to ${STATEMENT.most} characters, met ${text.length}.`,
          'Split it, or say more.',
        ),
      ]),
];

/** Actions of a policy whose target the definition has not: it would never decide anything. */
const unknownTools = (text: string, { value }: Definition): readonly Finding[] => {
  const targets = new Set((value.targets ?? []).map(({ name }) => name));
  const named = [...text.matchAll(/AgentCore::Action::"([^"]{1,300})"/g)].map(([, action = '']) => action);
  return [...new Set(named)]
    .filter((action) => action.includes('___') && !targets.has(action.split('___')[0] ?? ''))
    .map((action) => ({
      ...finding(
        undefined,
        `A policy names the action ${action}, and the gateway has no target ${action.split('___')[0]}.`,
        'Tools are called <target>___<tool>.',
      ),
      severity: 'warning',
    }));
};

/** The cases of a repository, each with its place; undefined where there is no file. */
interface Cases {
  readonly cases: readonly PolicyCase[];
  readonly problem: (finding: Finding) => Problem;
}

const readCases = (world: GatewayWorld, directory: string): Cases | { readonly problems: readonly Problem[] } => {
  const text = world.files.get(TESTS);
  const file = `${directory}/${TESTS}`;
  if (text === undefined) return { problems: [] };
  const syntax = parseSyntax(file, text);
  if ('faults' in syntax) return { problems: faultProblems(file, text, syntax.faults) };
  const value: unknown = plainMap(syntax.root);
  const position = positionsIn(text);
  const problem = (one: Finding): Problem => ({
    ...toProblem(one, file),
    place: { file, ...position(offsetOf(syntax.root, one.pointer ?? [])) },
  });
  if (isTests(value)) return { cases: value.cases, problem };
  const found = schemaFindings(validate.errors ?? [], value, {
    rule: 'schema',
    patterns: {},
    known: (pointer) => knownKeys(policySchema, pointer),
  });
  return { problems: found.map(problem) };
};

const isTests = (value: unknown): value is PolicyTests => validate(value);

/** Who a case is about; undefined where it names none, or several. */
const callOf = (one: PolicyCase, gatewayArn: string): CedarCall | undefined => {
  const { client, user, role, claims = {}, tool, input = {} } = one;
  const named = [client, user, role].filter((name) => name !== undefined);
  const [name] = named;
  if (name === undefined || named.length > 1) return undefined;
  const rest = { tool, gatewayArn, input };
  if (role !== undefined) return { principal: { type: 'AgentCore::IamEntity', id: role }, tags: {}, ...rest };
  const tags = client === undefined ? claims : { client_id: client, ...claims };
  return { principal: { type: 'AgentCore::OAuthUser', id: name }, tags: { sub: name, ...tags }, ...rest };
};

const words = (may: boolean): string => (may ? 'may' : 'may not');

const judgeCase = (
  { one, at }: { readonly one: PolicyCase; readonly at: number },
  decide: (call: CedarCall) => ReturnType<Cedar['decide']>,
  gatewayArn: string,
): readonly Finding[] => {
  const pointer = ['cases', at];
  const call = callOf(one, gatewayArn);
  if (call === undefined) {
    return [finding(pointer, 'A case names one of client, user and role.', 'Say who calls.')];
  }
  const decision = decide(call);
  if (decision.type === 'failed') {
    return [finding(pointer, `Cedar can't decide: ${decision.errors.join('; ')}.`, 'Mend the policy, or the case.')];
  }
  if (decision.allowed === one.may) return [];
  const errors = decision.errors.length === 0 ? '' : ` (${decision.errors.join('; ')})`;
  return [
    finding(
      pointer,
      `${call.principal.id} ${words(decision.allowed)} call ${one.tool} of ${one.gateway}, and the case says that it ${words(one.may)}${errors}.`,
      'Change the policies, or the case.',
    ),
  ];
};

/**
 * What Cedar says of the policies that definitions bring, and of the cases that say how they decide. `directory`: of the
 * definitions, as a user would write it.
 */
export const policyProblems = (
  definitions: readonly Definition[],
  world: GatewayWorld,
  { cedar, directory }: { readonly cedar: Cedar; readonly directory: string },
): readonly Problem[] => {
  const judged = definitions.map((definition) => ({ definition, ...policiesOf(definition, world, cedar) }));
  const cases = readCases(world, directory);
  const problems = judged.flatMap((one) => one.problems);
  if ('problems' in cases) return [...problems, ...cases.problems];
  const told = cases.cases.flatMap((one, at): readonly Problem[] => {
    const of = judged.filter(({ definition }) => definition.place.name === one.gateway);
    if (of.length === 0) return [];
    return of.flatMap(({ definition, policies }) =>
      judgeCase({ one, at }, (call) => cedar.decide(policies, call), arnOf(definition, world)).map(cases.problem),
    );
  });
  return [...problems, ...told];
};
