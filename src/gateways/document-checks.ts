import type { Finding, Pointer } from '../document/finding.ts';
import type { DocumentDefinition, TargetDefinition } from '../model/generated/gateway.ts';
import type { Definition } from './definition.ts';
import { apiFacts, type Document, readDocument, toolsOf } from './documents.ts';
import { dynamicFindings } from './dynamic.ts';
import { predefinedModel } from './smithy-models.ts';
import { lostKeywords } from './targets.ts';
import type { GatewayWorld } from './world.ts';

const fault = (pointer: Pointer, text: string, hint: string): Finding => ({
  rule: 'definition-document',
  pointer,
  text,
  hint,
});

const EXAMPLE =
  'Write tools: ./tools.json with a list such as [{"name": "get_weather", "description": "Weather of a city", "inputSchema": {"type": "object", "properties": {"city": {"type": "string"}}, "required": ["city"]}}].';

type Judge = (document: Extract<Document, { type: 'text' }>, pointer: Pointer) => readonly Finding[];

const judged = (
  named: DocumentDefinition,
  {
    definition,
    world,
    pointer,
  }: { readonly definition: Definition; readonly world: GatewayWorld; readonly pointer: Pointer },
  judge: Judge,
): readonly Finding[] => {
  const document = readDocument(named, definition.place, world.files);
  switch (document.type) {
    case 's3':
      return [];
    case 'fault':
      return [
        fault(pointer, `Reading the document: ${document.text}.`, 'Mend the file or put it there, or name one in S3.'),
      ];
    case 'text':
      return judge(document, pointer);
  }
};

const lambdaTools: Judge = (document, pointer) => {
  const tools = toolsOf(document.value);
  if (tools === undefined) {
    return [fault(pointer, `${document.path} lists no tools with name, description and inputSchema.`, EXAMPLE)];
  }
  const dynamic = dynamicFindings(tools).map((finding) => ({ ...finding, pointer }));
  const lost = [
    ...new Set(
      tools.flatMap(({ inputSchema, outputSchema }) => [...lostKeywords(inputSchema), ...lostKeywords(outputSchema)]),
    ),
  ].sort();
  if (lost.length === 0) return dynamic;
  return [
    ...dynamic,
    {
      ...fault(
        pointer,
        `AWS has no place for ${lost.join(', ')} in a tool's schema: left out.`,
        'Say it in the description, where a model reads it.',
      ),
      severity: 'warning',
    },
  ];
};

const openApi: Judge = (document, pointer) => {
  const facts = apiFacts(document.value);
  if (facts === undefined) {
    return [fault(pointer, `${document.path} is no OpenAPI 3 document.`, 'It has openapi: 3.… and paths:.')];
  }
  const nameless = facts.nameless.slice(0, 5);
  return [
    ...(nameless.length === 0
      ? []
      : [
          fault(
            pointer,
            `${document.path}: ${facts.nameless.length} operations have no operationId, and would make no tool: ${nameless.join(', ')}${facts.nameless.length > nameless.length ? ', …' : ''}.`,
            'Give each operation an operationId.',
          ),
        ]),
    ...(facts.unclear.length === 0
      ? []
      : [
          fault(
            pointer,
            `${document.path}: ${facts.unclear.length} servers are no plain https URL.`,
            'Write each server as https://host/path, without variables.',
          ),
        ]),
  ];
};

const plain: Judge = () => [];

const smithy = (
  target: Extract<TargetDefinition, { type: 'smithy' }>,
  at: number,
  { definition, world }: { readonly definition: Definition; readonly world: GatewayWorld },
): readonly Finding[] => {
  const pointer = ['targets', at];
  if (target.schema !== undefined && target.service === undefined) {
    return judged(target.schema, { definition, world, pointer: [...pointer, 'schema'] }, plain);
  }
  if (target.schema !== undefined || target.service === undefined) {
    return [
      fault(
        pointer,
        `A Smithy target: expected either schema or service, met ${target.schema === undefined ? 'neither' : 'both'}.`,
        'Name a Smithy model: a file, or an object in S3.',
      ),
    ];
  }
  const model = predefinedModel(target.service, definition.place.region);
  if (model.type === 's3') return [];
  return [
    fault(
      [...pointer, 'service'],
      `There is no Smithy model ready for ${target.service} in ${definition.place.region}.`,
      model.hint,
    ),
  ];
};

/** Whether each document that a target names is there and is what the target takes. */
export const documentFindings = (definition: Definition, at: number, world: GatewayWorld): readonly Finding[] => {
  const target = definition.value.targets?.[at];
  if (target === undefined) return [];
  const pointer = ['targets', at];
  const around = { definition, world };
  switch (target.type) {
    case 'lambda':
      return target.tools === undefined
        ? [fault(pointer, `The target ${target.name} says no tools: AWS can't ask a function for them.`, EXAMPLE)]
        : judged(target.tools, { ...around, pointer: [...pointer, 'tools'] }, lambdaTools);
    case 'openApi':
      return judged(target.schema, { ...around, pointer: [...pointer, 'schema'] }, openApi);
    case 'smithy':
      return smithy(target, at, around);
    case 'mcpServer':
      return target.tools === undefined
        ? []
        : judged(target.tools, { ...around, pointer: [...pointer, 'tools'] }, plain);
    case 'runtime':
    case 'passthrough':
      return target.schema === undefined
        ? []
        : judged(target.schema, { ...around, pointer: [...pointer, 'schema'] }, plain);
    case 'apiGateway':
    case 'connector':
      return [];
  }
};

/** Number of tools of a definition's targets, as far as its files say it. */
export const toolCount = (definition: Definition, world: GatewayWorld): number =>
  (definition.value.targets ?? []).reduce((sum, target) => {
    if (target.type === 'apiGateway') return sum + target.filters.reduce((all, { methods }) => all + methods.length, 0);
    const named = target.type === 'lambda' ? target.tools : target.type === 'openApi' ? target.schema : undefined;
    const document = named === undefined ? undefined : readDocument(named, definition.place, world.files);
    if (document?.type !== 'text') return sum;
    return sum + (toolsOf(document.value)?.length ?? apiFacts(document.value)?.operations ?? 0);
  }, 0);
