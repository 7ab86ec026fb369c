import type { Finding } from '../document/finding.ts';
import { SyncError } from '../model/errors.ts';
import type { CommandContext } from '../running/context.ts';
import type { Checked } from './check.ts';
import type { Definition } from './definition.ts';
import {
  differingResources,
  importPlan,
  keeping,
  keptIn,
  liveGatewayOf,
  type ResourceToImport,
} from './import-file.ts';
import type { Live } from './live-state.ts';
import { GATEWAY } from './permissions.ts';
import { stackName } from './render.ts';
import { renderLive } from './render-live.ts';
import { holds } from './stack-state.ts';
import type { StackFacts, Stacks } from './stacks.ts';
import { type ImportTemplate, logicalId, type Template } from './template.ts';
import type { GatewayWorld } from './world.ts';

/** What resources of the template are called, those too that are there and the definition has no more. */
export const namesOf = ({ place, value }: Definition, live: Live | undefined): ReadonlyMap<string, string> =>
  new Map([
    [GATEWAY, place.name],
    ...[...(live?.pulled.definition.targets ?? []), ...(value.targets ?? [])].map(
      ({ name }) => [logicalId('Target', name), name] as const,
    ),
    ...Object.keys(value.providers ?? {}).map((name) => [logicalId('Provider', name), name] as const),
  ]);

/** What a stack is to become. */
interface Wanted {
  readonly template: Template | ImportTemplate;
  readonly imports?: readonly ResourceToImport[];
}

/** What is wrong with a definition, as an error. */
export const findingError = ({ text, hint }: Finding): SyncError =>
  new SyncError('configuration', 'invalid', text, hint === undefined ? {} : { hint });

/** A live gateway as a stack takes it over: only as it is, for an import compares nothing and changes nothing. */
const importWanted = (
  { definition, template: rendered }: Checked,
  live: Live | undefined,
  world: GatewayWorld,
): Wanted => {
  const plan = importPlan(definition, rendered, live === undefined ? undefined : liveGatewayOf(live.answer));
  const [refused] = plan.type === 'refused' ? plan.findings : [];
  if (plan.type === 'refused' || live === undefined) {
    throw findingError(refused ?? { rule: 'definition-unrendered', text: 'There is nothing to import.' });
  }
  const asLive = renderLive(definition.place, live.pulled, world);
  const differing = asLive === undefined ? ['what is live'] : differingResources(rendered, asLive);
  if (differing.length > 0) {
    const names = namesOf(definition, live);
    const things = differing.map((id) => names.get(id) ?? id).join(', ');
    throw findingError({
      rule: 'definition-unrendered',
      text: `The definition of ${definition.place.name} and the live gateway differ in ${things}: an import takes over what is there as it is.`,
      hint: `Run agentcore-sync gateways pull ${definition.place.name}, import that, and change it afterwards.`,
    });
  }
  return { template: plan.template, imports: plan.resources };
};

/** What the stack of a definition is to become. Throws SyncError cloud/unavailable where a gateway is there that no stack holds. */
export const wantedOf = async (
  { settings }: CommandContext,
  checked: Checked,
  { world, live, stack, stacks }: Situation,
): Promise<Wanted> => {
  const { definition, template } = checked;
  const { account, region, name } = definition.place;
  if (holds(stack)) {
    // What was imported stays kept: nothing that others made is ever deleted from here.
    const kept = keptIn(await stacks.template(stackName(definition)));
    return { template: keeping(template, (one) => kept.has(one)) };
  }
  if (settings.gatewaysRun.import) return importWanted(checked, live, world);
  if (live === undefined) return { template };
  throw new SyncError(
    'cloud',
    'unavailable',
    `A gateway ${name} is there in ${account} ${region}, and no stack ${stackName(definition)} holds it.`,
    { hint: `Have a stack take it over: agentcore-sync gateways plan ${name} --import` },
  );
};

/** What a definition is compared with. */
interface Situation {
  readonly world: GatewayWorld;
  readonly live: Live | undefined;
  readonly stack: StackFacts | undefined;
  readonly stacks: Stacks;
}
