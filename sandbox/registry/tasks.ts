/** What the registry does after its answer: a health check, and a security scan that may tag and disable. */
import { guardUrl } from './guards.ts';
import {
  type Fields,
  isNewest,
  isReachable,
  type Json,
  noteRead,
  noteWrite,
  type Server,
  type State,
  type Task,
  textOf,
  textsOf,
  timeWithOffset,
  type Upstream,
} from './state.ts';

const UNHEALTHY = 'unhealthy: session initialization failed and ping without auth failed';
const PENDING = 'security-pending';
const NO_SCANNER = "[Errno 2] No such file or directory: 'mcp-scanner'";

/** The newest version does not look where no URL is. */
const unhealthy = (state: State, server: Server): string | undefined =>
  isNewest(state) && textOf(server.fields['proxy_pass_url']) === '' ? 'error: missing proxy URL' : undefined;

/** Looks at the server behind an entry and sets the health that lists show. It does not write the record. */
export const checkHealth = (state: State, server: Server): Upstream => {
  const upstream = state.settings.upstream(server.path);
  server.health = {
    status: unhealthy(state, server) ?? (isReachable(upstream) ? 'healthy' : UNHEALTHY),
    checked: timeWithOffset(state.tick()),
  };
  return upstream;
};

/** The health check after a registration: replaces tools by what the server says. The credential of `file` goes with it. */
const runHealth = (state: State, server: Server): void => {
  noteRead(state, server);
  const upstream = checkHealth(state, server);
  if (isReachable(upstream)) {
    Object.assign(server.fields, {
      tool_list: [...upstream.tools],
      num_tools: upstream.tools.length,
      mcp_server_version: upstream.version ?? '1.25.0',
      mcp_server_name: upstream.name ?? 'tiny',
    });
  }
  noteWrite(state, server);
};

const zeros = { critical_issues: 0, high_severity: 0, medium_severity: 0, low_severity: 0 };

/** The result of a scan: a failed one is not safe, and its counts are all zero. */
export const scanResult = (state: State, path: string, agent: boolean): Fields => {
  const failed = state.settings.scanFails.has(path);
  const error = agent ? NO_SCANNER.replace('mcp', 'a2a') : NO_SCANNER;
  return {
    scan_timestamp: new Date(state.tick()).toISOString(),
    is_safe: !failed,
    ...zeros,
    analyzers_used: agent ? ['yara', 'spec'] : ['yara'],
    scan_failed: failed,
    error_message: failed ? error : null,
    raw_output: failed
      ? { error, analysis_results: {}, ...(agent ? {} : { tool_results: [] }), scan_failed: true }
      : { analysis_results: {}, ...(agent ? {} : { tool_results: [] }) },
  };
};

export const scanUrl = (server: Server): string => {
  const endpoint = textOf(server.fields['mcp_endpoint']);
  return endpoint === '' ? `${textOf(server.fields['proxy_pass_url']).replace(/\/+$/, '')}/mcp` : endpoint;
};

/** The newest version scans nothing whose host has no address, or a private one. */
export const isScanTarget = (state: State, server: Server): boolean =>
  !isNewest(state) ||
  (state.settings.upstream(server.path) !== 'unresolvable' && guardUrl(scanUrl(server)) === undefined);

const runScan = (state: State, server: Server, registered: Fields, credential: string | undefined): void => {
  if (!isScanTarget(state, server)) return;
  server.scan = { server_url: scanUrl(server), server_path: server.path, ...scanResult(state, server.path, false) };
  if (!state.settings.scanFails.has(server.path)) return;
  const tags: Json[] = textsOf(registered['tags']).filter((item) => item !== PENDING);
  const written = { ...registered, tags: [...tags, PENDING] };
  if (state.settings.backend === 'mongo') server.fields = { ...server.fields, ...written };
  else server.fields = written;
  if (credential !== undefined) server.credential = credential;
  noteWrite(state, server);
  server.enabled = false;
};

/** Runs every pending task, in order, and returns how many. An entry that was removed meanwhile stays removed. */
export const runTasks = (state: State): number => {
  const pending = state.tasks.splice(0);
  for (const task of pending) {
    const server = state.servers.get(task.path);
    if (server === undefined) continue;
    if (task.kind === 'health') runHealth(state, server);
    else runScan(state, server, task.registered, task.credential);
  }
  return pending.length;
};

/** An entry as it was written, with the credential that came with it. */
export interface Written {
  readonly fields: Fields;
  readonly credential: string | undefined;
}

const scanOf = (server: Server, written: Written): Task => ({
  kind: 'scan',
  path: server.path,
  registered: written.fields,
  credential: written.credential,
});

const queue = (state: State, tasks: readonly Task[]): void => {
  const { scan } = state.settings;
  if (scan === 'off') return;
  state.tasks.push(...tasks);
  if (scan === 'immediate') runTasks(state);
};

/** Queues the scan that follows an edit of the URL. */
export const afterUrlChange = (state: State, server: Server): void =>
  queue(state, [scanOf(server, { fields: structuredClone(server.fields), credential: server.credential })]);

/** Queues the check that follows an enabling; it is never run at once, for the answer has its own. */
export const afterEnabling = (state: State, server: Server): void => {
  if (state.settings.scan !== 'off') state.tasks.push({ kind: 'health', path: server.path });
};

/** Queues what follows a registration; runs it at once when the settings say so. */
export const afterRegistration = (state: State, server: Server, written: Written): void => {
  // A local server has no address to scan: it was tagged when it was registered.
  const local = server.fields['deployment'] === 'local';
  queue(state, [{ kind: 'health', path: server.path }, ...(local ? [] : [scanOf(server, written)])]);
};
