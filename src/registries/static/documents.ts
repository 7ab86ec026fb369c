import { compareTexts } from '../../model/compare-texts.ts';
import { jsonText } from './json-text.ts';
import { type Removed, type ServerRecord, versionOf } from './record.ts';
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

/** The document of a record: made when a file needs it, for all of them at once take more room than the records. */
export type DocumentOf = (record: ServerRecord) => ServerJson;

/** A server that may be seen, with its document. */
interface Published {
  readonly record: ServerRecord;
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

/** A list of answers whose texts are at hand: as JSON of the whole would be, without the whole ever being there. */
const listText = (answers: readonly string[]): string =>
  `{"servers":[${answers.join(',')}],"metadata":{"count":${answers.length}}}\n`;

/** The API's versions: what is frozen, and the one that older clients ask. */
export const API_VERSIONS = ['v0.1', 'v0'] as const;

/** Where the servers that are gone stand: no client asks for this file, `serve` answers from it. */
export const REMOVED_FILE = 'v0.1/removed.json';

export const listFile = (api: (typeof API_VERSIONS)[number]): string => `${api}/servers/index.html`;

/** Both spellings of a name in a path: what a host makes of `%2F` differs. */
const spellings = (name: string): readonly string[] => [name, encodeURIComponent(name)];

/** A file of a site: its path, its text, and the other paths where the same text stands. */
export type SiteFile = readonly [path: string, text: string, twins?: readonly string[]];

/** Every file about one server: each text once, with all addresses where clients look for it. */
function* filesOf({ server: { name, version } }: ServerResponse, text: string): Generator<SiteFile> {
  const folders = API_VERSIONS.flatMap((api) => spellings(name).map((one) => `${api}/servers/${one}/versions`));
  const standing = (...files: readonly string[]): readonly [string, ...string[]] => {
    const [first = '', ...others] = folders.flatMap((folder) => files.map((file) => `${folder}/${file}`));
    return [first, ...others];
  };
  const [list, ...lists] = standing('index.html');
  yield [list, listText([text]), lists];
  const [one, ...ones] = standing('latest', version);
  yield [one, `${text}\n`, ones];
}

/**
 * The documents of an MCP registry (v0.1, with its v0 twins) as files that any host can serve. One document is a file of its
 * own; where others lie below a list's address, the folder's `index.html` stands for it, whatever it holds. The lists come last and have one page: clients take more than
 * they ask for, and a host that can't count answers every query with it.
 */
export function* registryFiles(
  published: readonly ServerRecord[],
  removed: readonly Removed[],
  documentOf: DocumentOf,
): Generator<SiteFile> {
  const active: (readonly [name: string, text: string])[] = [];
  for (const record of published) {
    const response = activeResponse({ record, document: documentOf(record) });
    const text = jsonText(response);
    active.push([response.server.name, text]);
    yield* filesOf(response, text);
  }
  const gone = removed.map(deletedResponse);
  for (const response of gone) yield* filesOf(response, jsonText(response));
  yield [REMOVED_FILE, listText(gone.map(jsonText))];
  const list = listText(active.sort(([a], [b]) => compareTexts(a, b)).map(([, text]) => text));
  const [first, ...others] = API_VERSIONS;
  yield [listFile(first), list, others.map(listFile)];
}
