import type { Registration } from '../../model/registration.ts';
import { MARK_KEY } from '../../model/registration.ts';
import { AGENT_FIELDS, SERVER_FIELDS } from './fields.ts';
import type { Row } from './wire.ts';

const COMPARED: Readonly<Record<Row<Registration>['compare'], string>> = {
  exact: 'exactly',
  set: 'as a set',
  keys: 'key by key, without the mark',
  headers: 'in memory',
  auth: 'with the credential',
  digest: 'by the digest alone',
  never: 'not',
};

const NEEDS = { serverVisibility: 'newer version', agentGroups: 'newer version' } as const;

const code = (text: string): string => `\`${text}\``;

const names = (text: string | undefined): string => (text === undefined ? '–' : text.split(', ').map(code).join(', '));

const tableRow = (row: Row<never>): string =>
  [
    code(row.key),
    names(row.sent),
    names(row.list?.names),
    names(row.one.names),
    COMPARED[row.compare],
    row.dangerous ? 'yes' : '',
    row.needs ? NEEDS[row.needs] : 'all',
    [row.note, row.stuck ? 'Removing it replaces the registration.' : ''].filter((text) => text !== '').join(' '),
  ].join(' | ');

const HEAD = ['field', 'sent as', 'in the list', 'in get one', 'compared', 'dangerous', 'held by', ''];

const table = (rows: readonly Row<never>[]): string[] => [
  `| ${HEAD.join(' | ')} |`,
  `|${HEAD.map(() => '---').join('|')}|`,
  ...rows.map((row) => `| ${tableRow(row)} |`),
];

/** docs/registry-fields.md: the field table, for people. */
export const fieldsDocument = (): string =>
  [
    '<!-- Generated from the field table by "npm run generate". Do not edit. -->',
    '# Fields of a registration',
    '',
    'What is sent to a registry of the kind `mcp-gateway-registry`, where the registry shows it again, and how `plan` compares it.',
    'A field that the list does not show is covered by a digest in the mark; `plan --deep` reads each registration and compares all of them.',
    'A change of a dangerous field decides where requests and tokens go, or who sees the registration: the limits count it.',
    '',
    '## Servers',
    'Sent as a form to `POST /api/servers/register`, whole each time. Where the newer version can change single fields (paths without a last slash), changes go as `PATCH /api/servers/{path}` with `If-Match`.',
    '',
    ...table(SERVER_FIELDS),
    '',
    '## Agents',
    'Sent as JSON to `POST /api/agents/register`; changes go whole as `PUT /api/agents/{path}`; the older version’s `file` back end can’t do that, there the agent is removed and registered anew.',
    '',
    ...table(AGENT_FIELDS),
    '',
    '## Apart from these',
    '- `enabled` is set by a call of its own after the credential is there, and compared with `is_enabled` of the list. A registration that the registry’s security scan put aside (`security-pending`) stays off unless `--enable-flagged` says otherwise. The older version does not let an API client enable agents.',
    '- The credential of a server is never readable. It is sent with the registration or with `PATCH …/auth-credential`, and bound to ARN, URL, discovery URL and client: when one changes, the scheme becomes `none` before the new URL is written.',
    '- Drift in fields under `ignore-drift` (metadata by key too: `metadata.cost_center`) is left to people, also when something else is written; never in URLs.',
    '- Visibility and groups of servers are stored by the newer version, and enforced by none: whoever may list sees every server. Those of agents are enforced.',
    '- A server whose path ends with a slash is written whole, an agent always: what somebody else changed between our reading and our writing is written over, and the `id` is a new one. Single fields (paths without a last slash) are written only where nothing changed since.',
    '- Never compared: `id` (new at each overwrite), `num_tools`, times, health, ratings.',
    '- `version`, `status`, `source_created_at`, `source_updated_at` and `external_tags` of servers are not managed; where an overwrite would lose them, they are read and sent again.',
    '',
    '## The mark',
    `Metadata key \`${MARK_KEY}\`, an object:`,
    '',
    '| key | what |',
    '|---|---|',
    '| `form` | version of this object’s form |',
    '| `owner` | `owner` of the configuration |',
    '| `repository`, `repository_id` | name and numeric id of the repository that applied it, where known |',
    '| `path` | the path it was written for: a copy at another path is not ours |',
    '| `file`, `endpoint` | the entry, and its named endpoint |',
    '| `protect` | `true`: never deleted |',
    '| `enabled` | what the entry wished |',
    '| `awaits_lock` | `true`: registered without the tool lock that is required, and not enabled until it is there |',
    '| `disabled_at`, `disabled_reason`, `disabled_said` | when and why it was switched off at once (seconds since 1970), and what its file said of `enabled` then |',
    '| `disabled_by`, `disabled_list`, `disabled_lock` | `tools`: its tools changed; the digests of the list that was seen, and of the lock that it had then. A lock of that very list lifts it |',
    '| `identity` | digest of what the credential is bound to |',
    '| `fields` | digest of each field that is set, without header values and secrets |',
    '| `digest` | digest of `fields` |',
    '',
  ].join('\n');
