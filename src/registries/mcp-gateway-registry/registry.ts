import { sameValue } from '../../model/canonical.ts';
import { isSyncError, SyncError } from '../../model/errors.ts';
import type { Address, Credential, Listed, Registry, UpdateOptions, Write } from '../../model/registry.ts';
import { agentBody, createForm, overwriteForm, recordPatch } from './body.ts';
import { type Abilities, abilitiesOf, canPatch } from './conduct.ts';
import { FIELD_TABLE } from './fields.ts';
import type { Call, Connection } from './http.ts';
import { send } from './http.ts';
import { readLists, readRights, recordPath, toListed } from './listing.ts';
import { answerObject } from './refusal.ts';
import { rescanServer } from './rescan.ts';
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

interface Update {
  readonly listed: Listed;
  readonly write: Write;
  readonly options: UpdateOptions;
}

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
  const { listed, write, options } = update;
  const now = await readAgain(connection, update);
  const json = recordPatch(write, abilitiesOf(options.snapshot), { listed: now.listed, fields: options.fields });
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
  const { listed, write, options } = update;
  const { rights } = options.snapshot;
  // Reading one as somebody who may not see its URL damages it on the `file` back end.
  const kept = rights.admin ? (await readAgain(connection, update)).listed : listed;
  await send(connection, {
    what: `update server ${listed.path}`,
    method: 'POST',
    path: '/api/servers/register',
    form: overwriteForm(write, abilitiesOf(options.snapshot), { ...options, path: listed.path, kept }),
    secrets: secretsOf(write),
  });
};

const putAgent = async (connection: Connection, update: Update): Promise<void> => {
  const { listed, write, options } = update;
  const abilities = abilitiesOf(options.snapshot);
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

const toggle = async (connection: Connection, address: Address, enabled: boolean): Promise<'done' | 'by-hand'> => {
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

const writeCredential = async (connection: Connection, path: string, credential: Credential): Promise<void> => {
  const token = credential.scheme === 'none' ? undefined : credential.token;
  await send(connection, {
    what: `${token === undefined ? 'withdraw' : 'set'} the credential of ${path}`,
    method: 'PATCH',
    path: `${recordPath('server', path)}/auth-credential`,
    json: {
      auth_scheme: credential.scheme,
      ...(credential.scheme === 'none' ? {} : { auth_credential: credential.token }),
      ...(credential.scheme === 'none' || credential.headerName === undefined
        ? {}
        : { auth_header_name: credential.headerName }),
    },
    secrets: token === undefined ? [] : [token],
  });
};

/** The kind `mcp-gateway-registry`, older and newer versions alike: what it can do is read from its answers. */
export const createMcpGatewayRegistry = (connection: Connection): Registry => ({
  kind: 'mcp-gateway-registry',
  fields: FIELD_TABLE,
  snapshot: async (signal) => {
    const rights = await readRights(connection, signal);
    return { rights, ...(await readLists(connection, signal)) };
  },
  read: async (address, signal) => (await readOne(connection, address, signal))?.listed,
  create: async (write, snapshot) =>
    (write.registration.type === 'server' ? createServer : createAgent)(connection, write, abilitiesOf(snapshot)),
  update: async (listed, write, options) => {
    const update = { listed, write, options };
    const patch = canPatch(listed, abilitiesOf(options.snapshot));
    if (listed.type === 'agent') await putAgent(connection, update);
    else if (patch) await patchRecord(connection, update);
    else await overwriteServer(connection, update);
    return { credentialSent: listed.type === 'server' && !patch };
  },
  remove: (address) => removeOne(connection, address),
  setEnabled: (address, enabled) => toggle(connection, address, enabled),
  setCredential: (path, credential) => writeCredential(connection, path, credential),
  rescan: (path) => rescanServer(connection, path),
});
