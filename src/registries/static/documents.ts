import { compareTexts } from '../../model/compare-texts.ts';
import { jsonText } from './json-text.ts';
import { type Removed, type SiteRecord, versionOf } from './record.ts';
import { removedJson, type ServerJson } from './server-json.ts';

/** The registry's own part of an answer. */
export const OFFICIAL = 'io.modelcontextprotocol.registry/official';

/** One server as the API of MCP registries answers it. */
export interface ServerResponse {
  readonly server: ServerJson;
  readonly _meta: {
    readonly [OFFICIAL]: {
      readonly status: 'active' | 'deleted';
      readonly statusChangedAt: string;
      readonly publishedAt: string;
      readonly updatedAt: string;
      readonly isLatest: true;
    };
  };
}

export interface ServerList {
  readonly servers: readonly ServerResponse[];
  readonly metadata: { readonly count: number; readonly nextCursor?: string };
}

/** A server that may be seen, with its document. */
export interface Published {
  readonly record: SiteRecord;
  readonly document: ServerJson;
}

const timeOf = (ms: number): string => new Date(ms).toISOString();

const activeResponse = ({ record, document }: Published): ServerResponse => ({
  server: document,
  _meta: {
    [OFFICIAL]: {
      status: 'active',
      statusChangedAt: timeOf(record.publishedAt),
      publishedAt: timeOf(record.publishedAt),
      updatedAt: timeOf(record.updatedAt),
      isLatest: true,
    },
  },
});

const deletedResponse = ({ name, changes, publishedAt, removedAt }: Removed): ServerResponse => ({
  server: removedJson(name, versionOf(changes)),
  _meta: {
    [OFFICIAL]: {
      status: 'deleted',
      statusChangedAt: timeOf(removedAt),
      publishedAt: timeOf(publishedAt),
      updatedAt: timeOf(removedAt),
      isLatest: true,
    },
  },
});

const listOf = (servers: readonly ServerResponse[]): ServerList => ({
  servers,
  metadata: { count: servers.length },
});

/** The API's versions: what is frozen, and the one that older clients ask. */
export const API_VERSIONS = ['v0.1', 'v0'] as const;

/** Where the servers that are gone stand: no client asks for this file, `serve` answers from it. */
export const REMOVED_FILE = 'v0.1/removed.json';

export const listFile = (api: (typeof API_VERSIONS)[number]): string => `${api}/servers/index.html`;

/** Both spellings of a name in a path: what a host makes of `%2F` differs. */
const spellings = (name: string): readonly string[] => [name, encodeURIComponent(name)];

/** A file of a site: its path and its text. */
export type SiteFile = readonly [path: string, text: string];

/** Every file about one server. */
function* filesOf(response: ServerResponse): Generator<SiteFile> {
  const { name, version } = response.server;
  const [one, versions] = [jsonText(response), jsonText(listOf([response]))];
  for (const api of API_VERSIONS) {
    for (const spelling of spellings(name)) {
      const folder = `${api}/servers/${spelling}/versions`;
      yield [`${folder}/index.html`, versions];
      yield [`${folder}/latest`, one];
      yield [`${folder}/${version}`, one];
    }
  }
}

/**
 * The documents of an MCP registry (v0.1, with its v0 twins) as files that any host can serve. One document is a file of its
 * own; where others lie below a list's address, the folder's `index.html` stands for it, whatever it holds. The lists come last and have one page: clients take more than
 * they ask for, and a host that can't count answers every query with it.
 */
export function* registryFiles(published: readonly Published[], removed: readonly Removed[]): Generator<SiteFile> {
  const active = published.map(activeResponse).sort((a, b) => compareTexts(a.server.name, b.server.name));
  const gone = removed.map(deletedResponse);
  for (const response of active) yield* filesOf(response);
  for (const response of gone) yield* filesOf(response);
  yield [REMOVED_FILE, jsonText(listOf(gone))];
  const list = jsonText(listOf(active));
  for (const api of API_VERSIONS) yield [listFile(api), list];
}
