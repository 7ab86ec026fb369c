/**
 * What VS Code asks of a registry of MCP servers, and what it takes: its URLs and the rules of its serializer, written
 * down from `src/vs/platform/mcp/common/` of microsoft/vscode (79c1f169, e24a16c3).
 */

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

/** The requests in the order in which it makes them. `base`: as somebody writes it in the setting, without a last slash. */
export const REQUESTS = {
  probes: (base: string) => [`${base}/v0.1/servers?limit=1`, `${base}/v0/servers?limit=1`],
  list: (base: string, search?: string) =>
    `${base}/v0.1/servers?limit=50&version=latest${search === undefined ? '' : `&search=${encodeURIComponent(search)}`}`,
  detail: (base: string, name: string) => `${base}/v0.1/servers/${encodeURIComponent(name)}/versions/latest`,
} as const;

export interface Taken {
  readonly name: string;
  readonly description: string;
  readonly version: string;
  readonly packages: unknown;
  readonly remotes: unknown;
}

/** One server of an answer; undefined where it refuses it. It throws where the metadata is no object. */
export const takeServer = (value: unknown): Taken | undefined => {
  if (!isObject(value)) return undefined;
  const { server } = value;
  if (!isObject(server)) return undefined;
  const { name, description, version, packages, remotes } = server;
  if (!isText(name) || !isText(description) || !isText(version)) return undefined;
  if (!isObject(value['_meta'])) throw new TypeError('_meta is no object');
  return { name, description, version, packages, remotes };
};

/** A list; undefined where its first server is refused, which leaves nothing of it. */
export const takeList = (value: unknown): readonly Taken[] | undefined => {
  if (!isObject(value) || !Array.isArray(value['servers'])) return undefined;
  const servers: Taken[] = [];
  for (const one of value['servers']) {
    const taken = takeServer(one);
    if (taken === undefined && servers.length === 0) return undefined;
    if (taken !== undefined) servers.push(taken);
  }
  return servers;
};

interface Argument {
  readonly type: string;
  readonly name?: string;
  readonly value?: string;
}

/** The command line that it makes of a Python package. */
export const commandOf = (one: {
  readonly identifier: string;
  readonly version: string;
  readonly runtimeHint: string;
  readonly packageArguments: readonly Argument[];
}): readonly string[] => [
  one.runtimeHint,
  `${one.identifier}==${one.version}`,
  ...one.packageArguments.flatMap(({ type, name, value }) =>
    type === 'positional' ? [value ?? ''] : [name ?? '', ...(value === undefined ? [] : [value])],
  ),
];
