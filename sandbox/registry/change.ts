/** The servers' writing routes other than register. Reads find both spellings of a path, writes only the stored one. */
import { booleanField, type Call, field, missingFields, objectBody, param } from './call.ts';
import { grantName, may } from './identity.ts';
import { serverNotFound } from './read.ts';
import { badScheme, SCHEMES } from './register.ts';
import { detail, type Invalid, invalid, json, missing, type Reply } from './reply.ts';
import {
  type Fields,
  findServer,
  isNewer,
  isNewest,
  noteRead,
  noteWrite,
  peerOf,
  type Server,
  type State,
  textOf,
  timeWithOffset,
  withSlash,
} from './state.ts';
import { afterEnabling, checkHealth, isScanTarget, scanResult, scanUrl } from './tasks.ts';
import { visible } from './views.ts';

export const toggleServer = (call: Call): Reply => {
  const { state } = call;
  const wanted = booleanField(call, 'new_state', false);
  const errors: Invalid[] = missingFields(call, ['path', 'new_state']);
  if (typeof wanted === 'object') errors.push(wanted);
  if (errors.length > 0) return invalid(errors);
  const path = withSlash(field(call, 'path') ?? '');
  const server = findServer(state, path);
  if (server === undefined) return detail(404, 'Service path not registered');
  if (isNewer(state)) {
    if (!may(call.who, 'toggle_service', grantName(state, server, path))) {
      return detail(403, `You do not have permission to toggle ${textOf(server.fields['server_name'])}`);
    }
    if (!visible(server, call.who)) return detail(403, 'You do not have access to this server');
  }
  if (server.path !== path) return detail(500, 'Failed to toggle service');
  server.enabled = wanted === true;
  // `file` keeps the enabled states apart from the records: toggling is no write there.
  if (state.settings.backend === 'mongo') noteWrite(state, server);
  const tools = server.fields['num_tools'] ?? (isNewest(state) ? null : 0);
  if (server.enabled) {
    noteRead(state, server);
    checkHealth(state, server);
    afterEnabling(state, server);
  }
  return json(200, {
    message: `Toggle request for ${path} processed.`,
    service_path: path,
    new_enabled_state: server.enabled,
    status: server.enabled ? server.health.status : 'disabled',
    last_checked_iso: server.enabled ? server.health.checked : null,
    num_tools: tools,
  });
};

const store = (
  call: Call,
  server: Server,
  change: { scheme: string; credential: string; header: string | null },
): void => {
  const { state } = call;
  const { scheme, credential, header } = change;
  server.fields['auth_scheme'] = scheme;
  if (scheme !== 'none') {
    server.credential = credential;
    server.stripped = false;
    server.fields['credential_updated_at'] = timeWithOffset(state.tick());
  } else if (state.settings.backend === 'file') {
    server.credential = undefined;
    delete server.fields['auth_header_name'];
    delete server.fields['credential_updated_at'];
  }
  if (header !== null) server.fields['auth_header_name'] = header;
  noteWrite(state, server);
};

/** The header name after a change, as the answer tells it: it never falls back to none on Mongo. */
const headerAfter = (server: Server, scheme: string, wanted: string): string | null => {
  if (wanted !== '') return wanted;
  if (scheme === 'api_key') return 'X-API-Key';
  const known = textOf(server.fields['auth_header_name']);
  return scheme === 'bearer' && known !== '' ? known : null;
};

/** The 403 of a caller without the right to change a server. */
export const mayNotModify = (state: State, server: Server): Reply => {
  const name = textOf(server.fields['server_name']);
  const verb = isNewest(state) ? 'modify server' : 'modify_service for';
  return detail(403, `You do not have permission to ${verb} ${name}`);
};

export const patchCredential = (call: Call): Reply => {
  const { state } = call;
  const body = objectBody(call);
  if ('reply' in body) return body.reply;
  const { fields } = body;
  if (fields['auth_scheme'] === undefined) return invalid([missing('auth_scheme', fields)]);
  const wrong = notText(fields, ['auth_scheme', 'auth_credential', 'auth_header_name']);
  if (wrong.length > 0) return invalid(wrong);
  const path = withSlash(param(call));
  const server = findServer(state, path);
  if (server === undefined) {
    return json(404, { error: 'Server not found', reason: `No server registered at path '${path}'` });
  }
  if (isNewer(state) && !may(call.who, 'modify_service', grantName(state, server, path))) {
    return mayNotModify(state, server);
  }
  const scheme = textOf(fields['auth_scheme']);
  const credential = textOf(fields['auth_credential']);
  if (!SCHEMES.includes(scheme)) return badScheme();
  if (scheme !== 'none' && credential === '') {
    return json(400, {
      error: 'Missing credential',
      reason: "auth_credential is required when auth_scheme is not 'none'",
    });
  }
  if (server.path !== path) {
    return json(500, { error: 'Update failed', reason: 'Failed to save updated server credentials' });
  }
  const header = headerAfter(server, scheme, scheme === 'none' ? '' : textOf(fields['auth_header_name']));
  store(call, server, { scheme, credential, header });
  return json(200, {
    message: 'Auth credentials updated successfully',
    path,
    auth_scheme: scheme,
    auth_header_name: header,
  });
};

const notText = (fields: Fields, names: readonly string[]): Invalid[] =>
  names
    .filter((name) => typeof (fields[name] ?? '') !== 'string')
    .map((name) => ({
      type: 'string_type',
      loc: ['body', name],
      msg: 'Input should be a valid string',
      input: fields[name] ?? null,
    }));

/** Waits for the scanner and answers 200 also when the scan failed; neither tags nor the enabled state change. */
export const rescanServer = (call: Call): Reply => {
  if (!call.who.admin) return detail(403, 'Only administrators can trigger security scans');
  const path = withSlash(param(call));
  const server = findServer(call.state, path);
  if (server === undefined) return serverNotFound(path);
  if (!isScanTarget(call.state, server)) return detail(400, 'Server endpoint is not a permitted scan target');
  server.scan = {
    server_url: scanUrl(server),
    server_path: path,
    ...scanResult(call.state, server.path, false),
  };
  return json(200, server.scan);
};

export const removeServer = (call: Call): Reply => {
  const errors = missingFields(call, ['path']);
  if (errors.length > 0) return invalid(errors);
  const path = withSlash(field(call, 'path') ?? '');
  const server = findServer(call.state, path);
  if (server === undefined) {
    return json(404, {
      error: 'Service not found',
      reason: `No service registered at path '${path}'`,
      suggestion: 'Check the service path and ensure it is registered',
    });
  }
  const peer = peerOf(server);
  if (peer !== undefined) {
    return json(403, {
      error: 'Cannot delete federated server',
      reason: `Server '${path}' is synced from ${peer} and cannot be deleted locally`,
      suggestion: 'Delete this server from its source registry, or remove the peer federation',
    });
  }
  const granted = grantName(call.state, server, path);
  if (!may(call.who, 'delete_service', granted)) {
    return json(403, {
      error: 'Permission denied',
      reason: `User does not have delete_service permission for '${granted}'`,
    });
  }
  if (server.path !== path) {
    return json(500, {
      error: 'Service removal failed',
      reason: `Failed to remove service at path '${path}'`,
      suggestion: 'Check server logs for detailed error information',
    });
  }
  call.state.servers.delete(path);
  return json(200, { message: 'Service removed successfully', path });
};
