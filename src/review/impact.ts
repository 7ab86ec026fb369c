import { askedPaths } from '../catalogue/asked-paths.ts';
import { plainPath } from '../config/repository.ts';
import type { Definition } from '../gateways/definition.ts';
import { KINDS } from '../kinds/table.ts';
import type { Entry } from '../model/catalogue.ts';
import type { GatewayEntry, TargetEntry, TargetSummary } from '../model/generated/entry.ts';
import type { Impact, ImpactEntry, ImpactRegistration, ImpactRole, ImpactTarget } from '../model/impact.ts';
import type { Problem } from '../model/problem.ts';
import { pathKey } from '../model/registry.ts';
import { NO_OUTBOUND } from '../model/target-outbound.ts';
import { isFor } from '../registration/narrow.ts';
import { renderEntry } from '../registration/render.ts';
import type { Catalogue } from '../running/catalogue.ts';
import type { CommandContext } from '../running/context.ts';
import { renderSettings } from '../running/rendering.ts';

type Ground = Pick<Catalogue, 'entries'> & { readonly directory: string };

/** An entry by its file and path. */
export const named = ({ path, value }: Entry, directory: string): ImpactEntry => ({
  file: `${directory}/${path}`,
  kind: value.kind,
  path: value.registration.path,
});

/** Scheme, host and path: a query names an endpoint of the same runtime. */
const placeOf = (url: string): string => {
  const parsed = URL.parse(url);
  return parsed === null ? url : `${parsed.origin}${parsed.pathname}`;
};

const targetOf = (entry: Entry, value: TargetEntry, { entries, directory }: Ground): ImpactTarget => {
  const { id, name, url, security } = value.source;
  const called = entries.find((one) => one.value.kind === 'runtime' && placeOf(one.value.source.url) === placeOf(url));
  return {
    id,
    name,
    entry: named(entry, directory),
    url,
    outbound: security?.outbound ?? [],
    ...(called === undefined ? {} : { runtime: named(called, directory) }),
  };
};

/** A target without an entry of its own, as far as its gateway's entry tells. */
const targetBelow = (
  { source }: GatewayEntry,
  summary: TargetSummary,
  { entries, directory }: Ground,
): ImpactTarget => {
  const { id, name, runtime } = summary;
  const outbound = (source.security?.outbound ?? [])
    .filter(({ target, type }) => target === name && type !== NO_OUTBOUND)
    .map(({ target: _, ...one }) => one);
  const called =
    runtime === undefined
      ? undefined
      : entries.find(({ value }) => value.kind === 'runtime' && value.source.arn === runtime);
  return { id, name, outbound, ...(called === undefined ? {} : { runtime: named(called, directory) }) };
};

/** A target, with the ARN of the gateway that it is below. */
interface Below {
  readonly gateway: string;
  readonly target: ImpactTarget;
}

/** Every target that the files know: those with an entry of their own first. */
const targetsOf = (ground: Ground): readonly Below[] => {
  const own = ground.entries.flatMap((entry): Below[] =>
    entry.value.kind === 'target'
      ? [{ gateway: entry.value.source.arn, target: targetOf(entry, entry.value, ground) }]
      : [],
  );
  const known = new Set(own.map(({ gateway, target }) => `${gateway} ${target.id}`));
  const others = ground.entries.flatMap(({ value }): Below[] => {
    if (value.kind !== 'gateway') return [];
    const { arn, targets = [] } = value.source;
    return targets
      .filter(({ id }) => !known.has(`${arn} ${id}`))
      .map((summary) => ({ gateway: arn, target: targetBelow(value, summary, ground) }));
  });
  return [...own, ...others];
};

/** Above and below one entry, as the files tell. */
export const around = (entry: Entry, ground: Ground): Pick<Impact, 'targets' | 'gateways'> => {
  const all = targetsOf(ground);
  const { value } = entry;
  if (value.kind === 'gateway') {
    const below = all.filter(({ gateway }) => gateway === value.source.arn).map(({ target }) => target);
    return { targets: below, gateways: [] };
  }
  const file = `${ground.directory}/${entry.path}`;
  const leading = all.filter(({ target }) => target.entry?.file === file || target.runtime?.file === file);
  const arns = new Set(leading.map(({ gateway }) => gateway));
  const gateways = ground.entries.filter((one) => one.value.kind === 'gateway' && arns.has(one.value.source.arn));
  return {
    targets: leading.map(({ target }) => target),
    gateways: gateways.map((one) => named(one, ground.directory)),
  };
};

/** What an entry registers, and in which registries. */
export const registrationsOf = (
  entry: Entry,
  { settings }: CommandContext,
  catalogue: Catalogue,
): ImpactRegistration[] =>
  renderEntry(entry, renderSettings(settings, catalogue.accounts, catalogue.tree)).map((one) => ({
    path: one.path,
    registries: settings.registries.filter((registry) => isFor(registry, () => entry)(one)).map(({ name }) => name),
    visibility: one.visibility,
    groups: one.groups,
  }));

/** Whether an operand names an entry: by its file or a path that it registers. */
export const isNamed = (operand: string, { path, value }: Entry, directory: string): boolean =>
  operand === path ||
  plainPath(operand) === `${directory}/${path}` ||
  [{ path: value.registration.path }, ...askedPaths(value)].some((one) =>
    [operand, `/${operand}`].some((text) => pathKey(one.path) === pathKey(text)),
  );

/** What is said of an operand that names no entry. */
export const unknown = (operand: string): Problem => ({
  rule: 'entry-unknown',
  severity: 'error',
  subject: operand,
  text: `There is no entry ${operand} that can be read: neither a file of the catalogue nor a path that one registers.`,
  hint: 'agentcore-sync report lists the entries.',
});

/** The role of an entry, where a definition of the same gateway names one; no scan writes roles. */
const roleOf = (entry: Entry, definitions: readonly Definition[], directory: string): readonly ImpactRole[] => {
  const { value } = entry;
  if (!('source' in value)) return [];
  const { roleCall: call } = KINDS[value.kind];
  if (call === undefined) return [];
  const { account, region, name } = value.source;
  const of = named(entry, directory);
  const definition = definitions.find(
    ({ place }) =>
      value.kind === 'gateway' && place.account === account && place.region === region && place.name === name,
  );
  const role = definition?.value.role;
  // A role that is made gets its name from its stack.
  if (definition === undefined || role?.type !== 'given') return [{ of, call }];
  return [{ of, arn: role.arn, file: definition.file }];
};

/** The roles of an entry and of what hangs together with it. */
export const rolesAround = (
  entry: Entry,
  { targets, gateways }: Pick<Impact, 'targets' | 'gateways'>,
  { entries, directory, definitions }: Ground & { readonly definitions: readonly Definition[] },
): readonly ImpactRole[] => {
  const files = new Set([
    ...gateways.map(({ file }) => file),
    ...targets.flatMap(({ runtime }) => runtime?.file ?? []),
  ]);
  const others = entries.filter((one) => one !== entry && files.has(`${directory}/${one.path}`));
  return [entry, ...others].flatMap((one) => roleOf(one, definitions, directory));
};
