import policySchema from '../../schemas/policy-tests.schema.json' with { type: 'json' };
import { findHidden, positionsIn } from '../document/characters.ts';
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
import { GATEWAY_PLACE, POLICY_TESTS, policyPath, policyText } from './policy-resources.ts';
import type { GatewayWorld } from './world.ts';

/** Characters of one policy. https://docs.aws.amazon.com/bedrock-agentcore-control/latest/APIReference/API_CreatePolicy.html */
const STATEMENT = { least: 35, most: 10_000 } as const;

const finding = (pointer: Finding['pointer'], text: string, hint: string): Finding => ({
  rule: 'definition-policy',
  ...(pointer === undefined ? {} : { pointer }),
  text,
  hint,
});

/** An ARN in the gateway's place: policies are judged before there is one. */
const arnOf = ({ place }: Definition, { partition }: GatewayWorld): string =>
  `arn:${partition(place.region)}:bedrock-agentcore:${place.region}:${place.account}:gateway/${place.name.toLowerCase()}-0000000000`;

/** A policy of a definition, read: its place in the definition, its file as a user would open it, and its text. */
interface PolicyFile {
  readonly path: string;
  readonly text: string;
  readonly definition: Definition;
}

/** A finding at a character of a Cedar file. */
const inFile = ({ path, text, definition }: PolicyFile, found: Finding, offset = 0): Problem => ({
  ...toProblem(found, path, `gateway ${definition.place.name}`),
  place: { file: path, ...positionsIn(text)(offset) },
});

/** What is wrong with a file that can be seen without Cedar. */
const textProblems = (file: PolicyFile): readonly Problem[] => {
  const { text } = file;
  const hidden = findHidden(text);
  return [
    ...(hidden === undefined
      ? []
      : [
          inFile(
            file,
            finding(undefined, `${hidden.name} shows a reviewer something else than Cedar reads.`, 'Take it out.'),
            hidden.offset,
          ),
        ]),
    ...(text.length >= STATEMENT.least && text.length <= STATEMENT.most
      ? []
      : [
          inFile(
            file,
            finding(
              undefined,
              `A policy: expected ${STATEMENT.least} to ${STATEMENT.most} characters, met ${text.length}.`,
              'Split it, or say more.',
            ),
          ),
        ]),
  ];
};

/** What is wrong with a file once Cedar has read it. */
const readProblems = (file: PolicyFile, count: number): readonly Problem[] => [
  ...(count === 1
    ? []
    : [
        inFile(
          file,
          finding(
            undefined,
            `Expected one policy, met ${count}.`,
            'AWS keeps each policy apart: write one file for each.',
          ),
        ),
      ]),
  ...unknownTools(file),
];

const fileProblems = (
  file: PolicyFile,
  { arn, cedar }: { readonly arn: string; readonly cedar: Cedar },
): { readonly policies: readonly string[]; readonly problems: readonly Problem[] } => {
  const seen = textProblems(file);
  // The gateway's place keeps its length, so that faults stand where they are.
  const read = cedar.parts(file.text);
  const found = 'errors' in read ? read : cedar.parts(file.text.replaceAll(GATEWAY_PLACE, arn));
  if ('errors' in found) {
    const faults = found.errors.map(({ message, offset }) =>
      inFile(file, finding(undefined, `This is no Cedar: ${message}.`, 'Mend the policy.'), offset),
    );
    return { policies: [], problems: [...seen, ...faults] };
  }
  return {
    policies: found.policies,
    problems: [...seen, ...readProblems(file, found.policies.length + found.templates)],
  };
};

/** The policies of a definition as Cedar reads them, and what is wrong with their files. */
const policiesOf = (
  definition: Definition,
  world: GatewayWorld,
  { cedar, directory }: { readonly cedar: Cedar; readonly directory: string },
): { readonly policies: readonly string[]; readonly problems: readonly Problem[] } => {
  const arn = arnOf(definition, world);
  const read = (definition.value.policies?.files ?? []).map((file, at) => {
    const path = `${directory}/${policyPath(file)}`;
    const text = policyText(file, world.files);
    if (text !== undefined) return fileProblems({ path, text, definition }, { arn, cedar });
    const missing = finding(['policies', 'files', at], `There is no policy ${path}.`, 'Put the Cedar file there.');
    return { policies: [], problems: [definition.problem(missing)] };
  });
  return { policies: read.flatMap(({ policies }) => policies), problems: read.flatMap(({ problems }) => problems) };
};

/** Actions of a policy whose target the definition has not: it would never decide anything. */
const unknownTools = (file: PolicyFile): readonly Problem[] => {
  const targets = new Set((file.definition.value.targets ?? []).map(({ name }) => name));
  const named = new Map(
    [...file.text.matchAll(/AgentCore::Action::"([^"]{1,300})"/g)].map(({ 1: action = '', index }) => [action, index]),
  );
  return [...named]
    .filter(([action]) => action.includes('___') && !targets.has(action.split('___')[0] ?? ''))
    .map(([action, offset]) =>
      inFile(
        file,
        {
          ...finding(
            undefined,
            `The policy names the action ${action}, and the gateway has no target ${action.split('___')[0]}.`,
            'Tools are called <target>___<tool>.',
          ),
          severity: 'warning',
        },
        offset,
      ),
    );
};

/** The cases of a repository, each with its place; undefined where there is no file. */
interface Cases {
  readonly cases: readonly PolicyCase[];
  readonly problem: (finding: Finding) => Problem;
}

const readCases = (world: GatewayWorld, directory: string): Cases | { readonly problems: readonly Problem[] } => {
  const text = world.files.get(POLICY_TESTS);
  const file = `${directory}/${POLICY_TESTS}`;
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

/** A case that nothing is judged by: a gateway that was renamed takes its policies along, and would leave its cases behind. */
const nobody = (gateway: string, at: number): Finding =>
  finding(
    ['cases', at, 'gateway'],
    `There is no gateway ${gateway} with policies: nothing is judged by this case.`,
    'Name a gateway whose definition has policies, or take the case out.',
  );

/** What policies are judged with. */
export interface PolicyJudge {
  readonly cedar: Cedar;
  /** Of the definitions, as a user would write it. */
  readonly directory: string;
  /** Every gateway that brings policies of its own, whether it is judged in this run or not. */
  readonly names: readonly string[];
}

/** What Cedar says of the policies that definitions bring, and of the cases that say how they decide. */
export const policyProblems = (
  definitions: readonly Definition[],
  world: GatewayWorld,
  { cedar, directory, names }: PolicyJudge,
): readonly Problem[] => {
  const judged = definitions.map((definition) => ({
    definition,
    ...policiesOf(definition, world, { cedar, directory }),
  }));
  const cases = readCases(world, directory);
  const problems = judged.flatMap((one) => one.problems);
  if ('problems' in cases) return [...problems, ...cases.problems];
  const told = cases.cases.flatMap((one, at): readonly Problem[] => {
    const of = judged.filter(({ definition }) => definition.place.name === one.gateway);
    if (of.length === 0) return names.includes(one.gateway) ? [] : [cases.problem(nobody(one.gateway, at))];
    return of.flatMap(({ definition, policies }) =>
      judgeCase({ one, at }, (call) => cedar.decide(policies, call), arnOf(definition, world)).map(cases.problem),
    );
  });
  return [...problems, ...told];
};
