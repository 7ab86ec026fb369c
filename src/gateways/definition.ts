import type { ErrorObject } from 'ajv';
import gatewaySchema from '../../schemas/gateway.schema.json' with { type: 'json' };
import { positionsIn } from '../document/characters.ts';
import { type Finding, type Pointer, toProblem } from '../document/finding.ts';
import { offsetOf } from '../document/offset.ts';
import { faultProblems, parseSyntax } from '../document/read.ts';
import { schemaFindings } from '../document/schema-findings.ts';
import { knownKeys } from '../document/schema-tree.ts';
import { plainMap } from '../document/syntax.ts';
import type { GatewayDefinition } from '../model/generated/gateway.ts';
import { validate } from '../model/generated/validate-gateway.js';
import type { Problem } from '../model/problem.ts';
import { dynamicFindings } from './dynamic.ts';

/** Where a definition's gateway is, as its file's place says. */
export interface GatewayPlace {
  readonly account: string;
  readonly region: string;
  readonly name: string;
}

/** One file below `gateways/`, read and valid. */
export interface Definition {
  readonly place: GatewayPlace;
  /** Path as a user would open it. */
  readonly file: string;
  readonly value: GatewayDefinition;
  /** A finding about it, with line and column. */
  readonly problem: (finding: Finding) => Problem;
}

/** Where a definition lies in its repository, however the folder was named: what is rendered from it is the same everywhere. */
export const sourceOf = ({ file }: Pick<Definition, 'file'>): string => file.split('/').slice(-4).join('/');

/** What the definitions of a repository are, and all that is wrong with their files. */
export interface DefinitionsRead {
  readonly definitions: readonly Definition[];
  readonly problems: readonly Problem[];
}

/** Names as AWS gives them to gateways and to their targets. */
export const NAMES = { gateway: /^(?:[0-9a-zA-Z]-?){1,48}$/, target: /^(?:[0-9a-zA-Z]-?){1,100}$/ } as const;

/** `<account>/<region>/<name>.yaml`; a gateway's name as AWS takes it. */
const PLACE =
  /^(?<account>[0-9]{12})\/(?<region>[a-z]{2,4}(?:-[a-z]+)+-[0-9]{1,2})\/(?<name>(?:[0-9a-zA-Z]-?){1,48})\.ya?ml$/;

/** A text that says it is a definition, whatever folder it was put into. */
const CALLED = /^[ \t]*(?:\{[ \t]*)?["']?kind["']?[ \t]*:[ \t]*["']?gateway-definition\b/m;

/** Files that are no definitions: policies, and documents that say nothing else of themselves. */
const isOther = (path: string, text: string): boolean => {
  if (path.startsWith('policies/')) return true;
  return !(/^[0-9]{12}\/[^/]+\/[^/]+\.ya?ml$/.test(path) || CALLED.test(text));
};

const PATTERN_WORDS: Readonly<Record<string, string>> = {
  '^([0-9a-zA-Z]-?){1,100}$': 'letters and digits, with single "-" between them',
  '^[0-9]{12}$': 'twelve digits',
  '^https://[^\\s{}?#]{1,400}/\\.well-known/(openid-configuration|oauth-authorization-server)(/[^\\s{}?#]{1,400})?$':
    'a discovery URL: https://…/.well-known/openid-configuration, or …/oauth-authorization-server',
  [gatewaySchema.$defs.Document.oneOf[0]?.pattern ?? '']: './a/file below gateways/, or s3://bucket/key',
};

/** Of a choice by `type` only the chosen form's errors say something; of a text or a map, those of the one that was written. */
const meaningful = (errors: readonly ErrorObject[]): readonly ErrorObject[] => {
  const texts = new Set(errors.flatMap(({ keyword, instancePath }) => (keyword === 'pattern' ? [instancePath] : [])));
  return errors.filter(
    ({ keyword, instancePath }) => keyword !== 'oneOf' && !(keyword === 'type' && texts.has(instancePath)),
  );
};

const readOne = (file: string, text: string, place: GatewayPlace): Definition | readonly Problem[] => {
  const syntax = parseSyntax(file, text);
  if ('faults' in syntax) return faultProblems(file, text, syntax.faults);
  const value = plainMap(syntax.root);
  const position = positionsIn(text);
  const problem = (finding: Finding): Problem => {
    const plain = toProblem(finding, file, `gateway ${place.name}`);
    return { ...plain, place: { file, ...position(offsetOf(syntax.root, finding.pointer ?? [])) } };
  };
  const dynamic = dynamicFindings(value).map(problem);
  if (validate(value)) return dynamic.length > 0 ? dynamic : { place, file, value, problem };
  const findings = schemaFindings(meaningful(validate.errors ?? []), value, {
    rule: 'schema',
    patterns: PATTERN_WORDS,
    known: (pointer: Pointer) => knownKeys(gatewaySchema, pointer),
  });
  return [...dynamic, ...findings.map(problem)];
};

const placeOf = (path: string): GatewayPlace | undefined => {
  const { account, region, name } = PLACE.exec(path)?.groups ?? {};
  return account === undefined || region === undefined || name === undefined ? undefined : { account, region, name };
};

const outOfPlace = (file: string): Problem =>
  toProblem(
    {
      rule: 'file-place',
      text: 'A definition lies at gateways/<account>/<region>/<name>.yaml, where its name is the gateway’s.',
      hint: 'Move it there, or take it out.',
    },
    file,
  );

/** Two files for one gateway: which of them it should be, nobody could say. */
const twoFiles = (file: string, other: string): Problem =>
  toProblem(
    {
      rule: 'definition-reference',
      text: `${file} and ${other} define the same gateway, ignoring case: neither is taken.`,
      hint: 'Keep one of them.',
    },
    file,
  );

/**
 * Reads every definition of a tree, sorted by path. `tree`: path below `directory` → text. Files deeper down, and those
 * below `policies/`, are documents that definitions name.
 */
export const readDefinitions = (tree: ReadonlyMap<string, string>, directory: string): DefinitionsRead => {
  const definitions: Definition[] = [];
  const problems: Problem[] = [];
  const files = [...tree].filter(([path, text]) => !isOther(path, text));
  const byPlace = Map.groupBy(files, ([path]) => path.replace(/\.ya?ml$/, '').toLowerCase());
  for (const [path, text] of files.sort(([left], [right]) => (left < right ? -1 : 1))) {
    const file = `${directory}/${path}`;
    const place = placeOf(path);
    const others = (byPlace.get(path.replace(/\.ya?ml$/, '').toLowerCase()) ?? []).filter(([other]) => other !== path);
    if (place === undefined) problems.push(outOfPlace(file));
    else if (others.length > 0) problems.push(twoFiles(file, `${directory}/${others[0]?.[0]}`));
    else {
      const read = readOne(file, text, place);
      if ('value' in read) definitions.push(read);
      else problems.push(...read);
    }
  }
  return { definitions, problems };
};
