import { sameValue } from '../../model/canonical.ts';
import { isSyncError, SyncError } from '../../model/errors.ts';
import type { Address, Credential, Listed, Registry, Snapshot, StepResult, Task, Write } from '../../model/registry.ts';
import { type Abilities, abilitiesOf, canPatch } from './abilities.ts';
import { agentBody, createForm, overwriteForm, recordPatch } from './body.ts';
import { readHealth } from './health.ts';
import type { Call, Connection } from './http.ts';
import { send } from './http.ts';
import { readLists, readRights, recordPath, toListed } from './listing.ts';
import { answerObject } from './refusal.ts';
import { rescanServer } from './rescan.ts';
import { traits } from './traits.ts';
import { isText, texts } from './wire.ts';

/** Registering an agent waits for its card, toggling for the server itself. */
const SLOW_SECONDS = 90;

/** A registration as GET one shows it, with its ETag where there is one. */
interface Read {
  readonly listed: Listed;
  readonly etag: string | null;
}

const readOne = async (connection: Connection, address: Address, signal?: AbortSignal): Promise<Read | undefined> => {
  const what = `read ${address.type} ${address.path}`;
  try {
    const answer = await send(connection, {
      what,
      method: 'GET',
      path: recordPath(address.type, address.path),
      ...(signal ? { signal } : {}),
    });
    const raw = { path: address.path, ...answerObject(what, answer) };
    return { listed: toListed(address.type, raw, 'one'), etag: answer.etag };
  } catch (error) {
    if (isSyncError(error, 'registry') && error.code === 'not-found') return undefined;
    throw error;
  }
};

/** An update, and the snapshot that it was planned with. */
type Update = Omit<Extract<Task, { type: 'put' }>, 'type'> & { readonly snapshot: Snapshot };

const changedMeanwhile = (address: Address): SyncError =>
  new SyncError('registry', 'conflict', `update ${address.type} ${address.path}: it changed since the plan was made`, {
    hint: 'Run again: the plan is made anew.',
  });

/**
 * The record as it stands now. Throws registry/conflict when it is gone, or when its mark is neither the one that was
 * listed nor the one about to be written, which another run, or a lost answer, left there.
 */
const readAgain = async (connection: Connection, update: Update): Promise<Read> => {
  const { listed, write } = update;
  const now = await readOne(connection, listed);
  const mark = now?.listed.mark;
  const known = sameValue(mark, listed.mark) || (mark?.type === 'mark' && sameValue(mark.mark, write.mark));
  if (!now || !known) throw changedMeanwhile(listed);
  return now;
};

const createServer = async (connection: Connection, write: Write, abilities: Abilities): Promise<void> => {
  await send(connection, {
    what: `register server ${write.registration.path}`,
    method: 'POST',
    path: '/api/servers/register',
    form: createForm(write, abilities),
    secrets: secretsOf(write),
  });
};

const createAgent = async (connection: Connection, write: Write, abilities: Abilities): Promise<void> => {
  const call: Call = {
    what: `register agent ${write.registration.path}`,
    method: 'POST',
    path: '/api/agents/register',
    seconds: SLOW_SECONDS,
  };
  const body = { path: write.registration.path, ...agentBody(write, abilities) };
  try {
    // The newer version registers drafts where nothing is said.
    await send(connection, { ...call, json: { ...body, status: 'active' } });
  } catch (error) {
    // Where a registry mandates another status for what is new, it gives that one to what names none.
    const enforced = isSyncError(error, 'registry') && error.status === 400 && /lifecycle status/i.test(error.message);
    if (!enforced) throw error;
    await send(connection, { ...call, json: body });
  }
};

const secretsOf = (write: Write): string[] => [
  ...(write.credential === undefined ? [] : [write.credential]),
  ...Object.values(write.headers),
];

/** The ETag of a record whose answer carried none: the time of its last change, in milliseconds. */
const etagOf = ({ listed, etag }: Read): string | undefined => {
  const changed = listed.raw['updated_at'];
  const ms = isText(changed) ? Date.parse(/(Z|[+-]\d\d:\d\d)$/.test(changed) ? changed : `${changed}Z`) : Number.NaN;
  return etag ?? (Number.isNaN(ms) ? undefined : `W/"${ms}"`);
};

/** Changes single fields. A mismatch of the ETag is a conflict, unless the record is what it was: then it is only spelled otherwise. */
const patchRecord = async (connection: Connection, update: Update): Promise<void> => {
  const { listed, write, snapshot, fields } = update;
  const now = await readAgain(connection, update);
  const json = recordPatch(write, abilitiesOf(snapshot), { listed: now.listed, fields });
  if (Object.keys(json).length === 0) return;
  const call: Call = {
    what: `update ${listed.type} ${listed.path}`,
    method: 'PATCH',
    path: recordPath(listed.type, listed.path),
    json,
    secrets: secretsOf(write),
  };
  const ifMatch = etagOf(now);
  try {
    await send(connection, { ...call, ...(ifMatch === undefined ? {} : { ifMatch }) });
  } catch (error) {
    if (!isSyncError(error, 'registry') || error.status !== 412) throw error;
    const again = await readAgain(connection, update);
    if (!sameValue(again.listed.raw, now.listed.raw)) throw error;
    await send(connection, call);
  }
};

const overwriteServer = async (connection: Connection, update: Update): Promise<void> => {
  const { listed, write, snapshot } = update;
  // Reading one as somebody who may not see its URL damages it on the `file` back end.
  const kept = snapshot.rights.admin ? (await readAgain(connection, update)).listed : listed;
  await send(connection, {
    what: `update server ${listed.path}`,
    method: 'POST',
    path: '/api/servers/register',
    form: overwriteForm(write, abilitiesOf(snapshot), { ...update, path: listed.path, kept }),
    secrets: secretsOf(write),
  });
};

const putAgent = async (connection: Connection, update: Update): Promise<void> => {
  const { listed, write, snapshot } = update;
  const abilities = abilitiesOf(snapshot);
  const now = await readAgain(connection, update);
  const call = { what: `update agent ${listed.path}`, path: recordPath('agent', listed.path), seconds: SLOW_SECONDS };
  // An update that names no status makes a draft, which nobody finds any more.
  const status = now.listed.raw['status'];
  const json = { ...agentBody(write, abilities, now.listed), ...(isText(status) ? { status } : {}) };
  await send(connection, { ...call, method: 'PUT', json });
  // Lost with every whole update, even when sent along; single fields can be set where there is a route for it.
  const externalTags = texts(now.listed.raw['external_tags']);
  if (!abilities.patch || externalTags.length === 0) return;
  await send(connection, { ...call, method: 'PATCH', json: { external_tags: externalTags } });
};

const removeOne = async (connection: Connection, address: Address): Promise<void> => {
  const what = `remove ${address.type} ${address.path}`;
  try {
    if (address.type === 'server') {
      await send(connection, { what, method: 'POST', path: '/api/servers/remove', form: { path: address.path } });
    } else {
      await send(connection, { what, method: 'DELETE', path: recordPath('agent', address.path) });
    }
  } catch (error) {
    if (!(isSyncError(error, 'registry') && error.code === 'not-found')) throw error;
  }
};

const toggle = async (connection: Connection, address: Address, enabled: boolean): Promise<StepResult> => {
  const what = `${enabled ? 'enable' : 'disable'} ${address.type} ${address.path}`;
  if (address.type === 'server') {
    const form = { path: address.path, new_state: String(enabled) };
    await send(connection, { what, method: 'POST', path: '/api/servers/toggle', form, seconds: SLOW_SECONDS });
    return 'done';
  }
  try {
    const path = `${recordPath('agent', address.path)}/toggle?enabled=${enabled}`;
    await send(connection, { what, method: 'POST', path, seconds: SLOW_SECONDS });
    return 'done';
  } catch (error) {
    if (isSyncError(error, 'registry') && error.code === 'forbidden' && error.message.includes('CSRF'))
      return 'by-hand';
    throw error;
  }
};

/** Without a credential the scheme becomes `none`. */
const writeCredential = async (connection: Connection, path: string, credential?: Credential): Promise<void> => {
  await send(connection, {
    what: `${credential === undefined ? 'withdraw' : 'set'} the credential of ${path}`,
    method: 'PATCH',
    path: `${recordPath('server', path)}/auth-credential`,
    json: {
      auth_scheme: credential?.scheme ?? 'none',
      ...(credential === undefined ? {} : { auth_credential: credential.token }),
      ...(credential?.headerName === undefined ? {} : { auth_header_name: credential.headerName }),
    },
    secrets: credential === undefined ? [] : [credential.token],
  });
};

const updateOne = async (connection: Connection, update: Update): Promise<StepResult> => {
  const { listed, snapshot } = update;
  const abilities = abilitiesOf(snapshot);
  if (listed.type === 'server') {
    await (canPatch(listed, abilities) ? patchRecord : overwriteServer)(connection, update);
    return 'done';
  }
  try {
    await putAgent(connection, update);
    return 'done';
  } catch (error) {
    // The older version's `file` back end answers so to every update of an agent.
    if (!abilities.patch && isSyncError(error, 'registry') && error.status === 500) return 'only-replaces';
    throw error;
  }
};

const runTask = async (connection: Connection, task: Task, snapshot: Snapshot): Promise<StepResult> => {
  switch (task.type) {
    case 'create': {
      const { write } = task;
      const create = write.registration.type === 'server' ? createServer : createAgent;
      await create(connection, write, abilitiesOf(snapshot));
      return 'done';
    }
    case 'put':
      return updateOne(connection, { ...task, snapshot });
    case 'set':
      await writeCredential(connection, task.path, task.credential);
      return 'done';
    case 'withdraw':
      await writeCredential(connection, task.path);
      return 'done';
    case 'enable':
    case 'disable':
      return toggle(connection, task.address, task.type === 'enable');
    case 'remove':
      await removeOne(connection, task.address);
      return 'done';
  }
};

/** The kind `mcp-gateway-registry`, older and newer versions alike: what it can do is read from its answers. */
export const createMcpGatewayRegistry = (connection: Connection): Registry => ({
  ...traits,
  snapshot: async (signal) => readLists(connection, await readRights(connection, signal), signal),
  read: async (address, signal) => (await readOne(connection, address, signal))?.listed,
  run: (task, snapshot) => runTask(connection, task, snapshot),
  scanner: { rescan: (path) => rescanServer(connection, path) },
  health: (signal) => readHealth(connection, signal),
});
