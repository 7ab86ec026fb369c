import { SyncError } from '../../model/errors.ts';
import { isObject } from '../../model/json.ts';
import type { Address, Snapshot } from '../../model/registry.ts';

/** What a registry of this kind can hold and do. Found out once, from its answers. */
export interface Abilities {
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

/** One that can do everything: what a plan without a registry is judged by. */
export const ALL_ABILITIES: Abilities = {
  backEnd: 'database',
  serverVisibility: true,
  enforcesServerVisibility: true,
  agentGroups: true,
  agentToggle: true,
  agentUpdate: true,
  patch: true,
};

/** Whether single fields of a registration can be changed: the routes for it lose a last slash, and then find nothing. */
export const canPatch = (address: Address, abilities: Pick<Abilities, 'patch'>): boolean =>
  abilities.patch && address.type === 'server' && !address.path.endsWith('/');

const isAbilities = (value: unknown): value is Abilities =>
  isObject(value) && Object.keys(ALL_ABILITIES).every((key) => Object.hasOwn(value, key));

/** The abilities that a snapshot of this kind was made with. Throws SyncError registry/malformed for one of another kind. */
export const abilitiesOf = ({ own, description }: Pick<Snapshot, 'own' | 'description'>): Abilities => {
  if (isAbilities(own)) return own;
  throw new SyncError('registry', 'malformed', `a snapshot of ${description} was given to another registry`);
};
