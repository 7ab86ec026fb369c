import type { Problem } from '../../model/problem.ts';
import type { RefusalReason } from '../../model/reasons.ts';
import type { Registration } from '../../model/registration.ts';
import {
  type Address,
  type Allowances,
  type Listed,
  listedScheme,
  type Refused,
  type RegistryTraits,
  type Shaped,
  type Snapshot,
  type Step,
  type StepsFor,
} from '../../model/registry.ts';
import { type Abilities, abilitiesOf, canPatch } from './abilities.ts';
import { AGENT_FIELDS, FIELD_TABLE, SERVER_FIELDS } from './fields.ts';

const LACKS = {
  server: (abilities: Abilities) => SERVER_FIELDS.filter(({ needs }) => needs !== undefined && !abilities[needs]),
  agent: (abilities: Abilities) => AGENT_FIELDS.filter(({ needs }) => needs !== undefined && !abilities[needs]),
} as const;

/** Fields that no update removes, by their names. */
const STUCK = {
  server: SERVER_FIELDS.filter(({ stuck }) => stuck === true).map(({ key }) => key),
  agent: AGENT_FIELDS.filter(({ stuck }) => stuck === true).map(({ key }) => key),
} as const;

const isFile = ({ backEnd }: Abilities): boolean => backEnd === 'file';

/** What the registry would show to everybody although the entry restricts it. */
const refusedFor = (
  registration: Registration,
  abilities: Abilities,
  { unenforcedVisibility }: Allowances,
): Refused | undefined => {
  const { type, visibility } = registration;
  const refuse = (why: RefusalReason): Refused => ({ registration, rule: 'visibility-unenforced', why });
  if (visibility !== 'group-restricted') return undefined;
  if (type === 'agent') return abilities.agentGroups ? undefined : refuse('groups-unheld');
  return abilities.enforcesServerVisibility || unenforcedVisibility ? undefined : refuse('visibility-unenforced');
};

/** That visibility hides nothing here, in one line for all servers that are not public. */
const visibilityProblems = (wanted: readonly Registration[], abilities: Abilities): Problem[] => {
  const servers = wanted.filter(({ type, visibility }) => type === 'server' && visibility !== 'public').length;
  if (servers === 0 || abilities.enforcesServerVisibility) return [];
  const stored = abilities.serverVisibility;
  const why = stored
    ? 'This registry stores the visibility of servers, and does not enforce it'
    : "This registry's version has no visibility of servers";
  const who = `${servers.toLocaleString('en-US')} server${servers === 1 ? '' : 's'} that should not be public ${servers === 1 ? 'is' : 'are'} seen by everybody who may list`;
  return [
    {
      rule: 'visibility-unenforced',
      severity: 'warning',
      subject: 'registry',
      text: `${why}: ${who}.`,
    },
  ];
};

const shape = (wanted: readonly Registration[], snapshot: Snapshot, allowed: Allowances): Shaped => {
  const abilities = abilitiesOf(snapshot);
  const lacks = {
    server: new Set(LACKS.server(abilities).map(({ key }) => key)),
    agent: new Set(LACKS.agent(abilities).map(({ key }) => key)),
  };
  const judged = wanted.map((registration) => ({
    registration,
    refused: refusedFor(registration, abilities, allowed),
  }));
  return {
    wanted: judged
      .filter(({ refused }) => refused === undefined)
      .map(({ registration }) => ({
        registration,
        lacks: lacks[registration.type],
        enabledBy: registration.type === 'server' || abilities.agentToggle ? 'us' : 'person',
      })),
    refused: judged.flatMap(({ refused }) => refused ?? []),
    leftOut: [],
    problems: visibilityProblems(wanted, abilities),
  };
};

/** Fields that a whole write of a registration can't take away. */
const leftBy = (address: Address, abilities: Abilities): 'nothing' | readonly string[] => {
  // An overwrite on the `file` back end erases whatever it does not send.
  if (isFile(abilities) && address.type === 'server') return 'nothing';
  return canPatch(address, abilities) ? [] : STUCK[address.type];
};

const canUpdate: RegistryTraits['canUpdate'] = ({ registration, listed, changes }, snapshot) => {
  const abilities = abilitiesOf(snapshot);
  const { type } = registration;
  if (type === 'agent' && !abilities.agentUpdate && changes.some(({ field }) => field !== 'enabled')) {
    return { replace: { type: 'unchangeable', what: 'agent' } };
  }
  const left = leftBy(listed, abilities);
  if (left === 'nothing') return true;
  const stuck = changes.filter((change) => {
    if (!left.includes(change.field)) return false;
    if (!('secret' in change)) return change.after === undefined;
    return type === 'server' && Object.keys(registration.headers).length === 0;
  });
  if (stuck.length === 0) return true;
  return { replace: { type: 'stuck', fields: stuck.map(({ field }) => field) } };
};

/**
 * Registering takes the credential with it, and so does an overwrite; where an overwrite erases the credential, it is sent
 * again. Where reading as somebody who may not see the URL damages the record, writing it whole says the same as setting
 * the credential alone.
 */
const steps = ({ registration, listed, token }: StepsFor, planned: readonly Step[], snapshot: Snapshot): Step[] => {
  const abilities = abilitiesOf(snapshot);
  const leaves = leftBy(listed ?? registration, abilities);
  const has = (type: Step['type']): boolean => planned.some((step) => step.type === type);
  const unread = isFile(abilities) && !snapshot.rights.admin;
  const sets = has('set');
  const joins = has('create') || (!canPatch(listed ?? registration, abilities) && (has('put') || unread));
  const again =
    isFile(abilities) && token && listed !== undefined && listedScheme(listed) !== 'none' && !has('withdraw');
  return planned.flatMap((step): Step[] => {
    switch (step.type) {
      case 'create':
        return [{ type: 'create', credential: sets }];
      case 'put':
        return [{ type: 'put', credential: registration.type === 'server' && joins && (sets || again), leaves }];
      case 'set':
        if (!joins) return [step];
        return has('create') || has('put') ? [] : [{ type: 'put', credential: true, leaves }];
      default:
        return [step];
    }
  });
};

/** The older version loses more when it writes an agent whole. */
const losses = ({ unheld = [] }: Listed, snapshot: Snapshot): readonly string[] => {
  const { patch } = abilitiesOf(snapshot);
  return unheld.filter(
    (name) => name.startsWith('source_') || (!patch && (name === 'status' || name === 'external_tags')),
  );
};

/** What this kind of registry knows without asking anybody. */
export const traits: RegistryTraits = { fields: FIELD_TABLE, shape, canUpdate, steps, losses };
