import { isSyncError, SyncError } from '../../model/errors.ts';
import type { Address, Conduct } from '../../model/registry.ts';
import { AGENT_FIELDS, SERVER_FIELDS } from './fields.ts';
import type { Needs } from './wire.ts';

/** What a registry of this kind can hold and do. Found out once, from its answers. */
export interface Abilities {
  /** For people: kind, version and back end. */
  readonly description: string;
  /** `file`: an overwrite erases what is not sent, and credentials do not last; `database`: it keeps it; `unknown`: empty registry. */
  readonly backEnd: 'file' | 'database' | 'unknown';
  /** Servers have visibility and groups. */
  readonly serverVisibility: boolean;
  /** Who may see a server is decided by them. Where it is not, they are stored, and everybody who may list sees it. */
  readonly enforcesServerVisibility: boolean;
  /** Agents have groups. */
  readonly agentGroups: boolean;
  /** An API client can enable agents. */
  readonly agentToggle: boolean;
  /** An agent can be changed without removing it. */
  readonly agentUpdate: boolean;
  /** Single fields of servers can be changed and removed, guarded by an ETag; not where the path ends with a slash. */
  readonly patch: boolean;
}

interface OwnConduct extends Conduct {
  readonly abilities: Abilities;
}

const NEEDS: Readonly<Record<Address['type'], ReadonlyMap<string, Needs | undefined>>> = {
  server: new Map(SERVER_FIELDS.map(({ key, needs }) => [key, needs])),
  agent: new Map(AGENT_FIELDS.map(({ key, needs }) => [key, needs])),
};

/** Whether single fields of a registration can be changed: the routes for it lose a last slash, and then find nothing. */
export const canPatch = (address: Address, abilities: Pick<Abilities, 'patch'>): boolean =>
  abilities.patch && address.type === 'server' && !address.path.endsWith('/');

const restrictsServers = ({
  enforcesServerVisibility,
  serverVisibility,
}: Abilities): ReturnType<Conduct['restricts']> =>
  enforcesServerVisibility ? 'enforced' : serverVisibility ? 'stored' : 'never';

/** What follows from a registry's abilities for whoever plans and writes. */
export const conductOf = (abilities: Abilities): OwnConduct => {
  const file = abilities.backEnd === 'file';
  return {
    abilities,
    description: abilities.description,
    holds: (type, field) => {
      const needs = NEEDS[type].get(field);
      return needs === undefined || abilities[needs];
    },
    restricts: (type) =>
      type === 'server' ? restrictsServers(abilities) : abilities.agentGroups ? 'enforced' : 'never',
    enables: (type) => type === 'server' || abilities.agentToggle,
    updates: (type) => type === 'server' || abilities.agentUpdate,
    // An overwrite on the `file` back end erases whatever it does not send.
    clears: (address) => (file && address.type === 'server') || canPatch(address, abilities),
    erases: file,
    harmedByReading: file,
    loses: (name) =>
      name.startsWith('source_') || (!abilities.patch && (name === 'status' || name === 'external_tags')),
    // The older version's `file` back end answers so to every update of an agent.
    onlyReplaces: (type, error) =>
      type === 'agent' && !abilities.patch && isSyncError(error, 'registry') && error.status === 500,
  };
};

const isOwn = (conduct: Conduct): conduct is OwnConduct => Object.hasOwn(conduct, 'abilities');

/** The abilities that a snapshot of this kind was made with. Throws SyncError registry/malformed for one of another kind. */
export const abilitiesOf = ({ conduct }: { readonly conduct: Conduct }): Abilities => {
  if (isOwn(conduct)) return conduct.abilities;
  throw new SyncError('registry', 'malformed', `a snapshot of ${conduct.description} was given to another registry`);
};
