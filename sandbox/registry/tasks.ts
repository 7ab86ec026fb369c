/** What the registry does after its answer: a health check, and a security scan that may tag and disable. */
import {
  type Fields,
  type Json,
  noteRead,
  noteWrite,
  type Server,
  type State,
  textOf,
  textsOf,
  timeWithOffset,
  type Upstream,
} from './state.ts';

const UNHEALTHY = 'unhealthy: session initialization failed and ping without auth failed';
const NO_SCANNER = "[Errno 2] No such file or directory: 'mcp-scanner'";

/** Looks at the server behind an entry and sets the health that lists show. It does not write the record. */
export const checkHealth = (state: State, server: Server): Upstream => {
  const upstream = state.settings.upstream(server.path);
  server.health = {
    status: upstream === 'unreachable' ? UNHEALTHY : 'healthy',
    checked: timeWithOffset(state.tick()),
  };
  return upstream;
};

/** The health check after a registration: replaces tools by what the server says. The credential of `file` goes with it. */
const runHealth = (state: State, server: Server): void => {
  noteRead(state, server);
  const upstream = checkHealth(state, server);
  if (upstream !== 'unreachable') {
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

const runScan = (state: State, server: Server, registered: Fields, credential: string | undefined): void => {
  server.scan = { server_url: scanUrl(server), server_path: server.path, ...scanResult(state, server.path, false) };
  if (!state.settings.scanFails.has(server.path)) return;
  const tag = registered['deployment'] === 'local' ? 'security-pending-local' : 'security-pending';
  const tags: Json[] = textsOf(registered['tags']).filter((item) => item !== tag);
  const written = { ...registered, tags: [...tags, tag] };
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

/** Queues what follows a registration; runs it at once when the settings say so. */
export const afterRegistration = (state: State, server: Server): void => {
  const { scan } = state.settings;
  if (scan === 'off') return;
  state.tasks.push(
    { kind: 'health', path: server.path },
    { kind: 'scan', path: server.path, registered: structuredClone(server.fields), credential: server.credential },
  );
  if (scan === 'immediate') runTasks(state);
};
