import type { OtherChange } from '../model/other-change.ts';
import { renderDocument } from './document.ts';
import { code, link, phrase, prose } from './markup.ts';
import { outsideTable } from './request-body.ts';
import { counted } from './wording.ts';

/** A client that a pull request lets ask for tokens, with what it serves. */
export interface ShownClient {
  readonly issuer: string;
  readonly id: string;
  readonly serves: string;
}

/** What a pull request with clients shows. */
export interface ClientsBody {
  /** The configuration, as the repository has it. */
  readonly file: string;
  readonly clients: readonly ShownClient[];
  /** What else the branch changes. */
  readonly outside: readonly OtherChange[];
  /** The pull request that holds their registrations, where one is open. */
  readonly registrations?: { readonly number: number; readonly url: string };
}

/** The title of a pull request with clients. */
export const clientsTitle = (clients: readonly ShownClient[]): string => {
  const [only, ...more] = clients;
  return only === undefined || more.length > 0
    ? `Clients for tokens of ${counted(clients.length, 'gateway')}`
    : `Client for tokens of ${only.serves}`;
};

/** The body of a pull request with clients; `limit` in bytes. */
export const clientsBody = ({ file, clients, outside, registrations }: ClientsBody, limit: number): string =>
  renderDocument(
    [
      {
        type: 'paragraph',
        text: phrase(
          prose('Merging lets'),
          code('refresh'),
          prose('ask these issuers for tokens, with the secret that AWS keeps for each client, for what it serves.'),
        ),
      },
      {
        type: 'table',
        title: 'Clients of pools that a deploy made',
        columns: ['Serves', 'Issuer', 'Client'],
        rows: clients.map(({ serves, issuer, id }) => [code(serves), code(issuer), code(id)]),
        one: 'client',
      },
      {
        type: 'paragraph',
        text: phrase(
          prose('What widens trust counts only where it comes alone: this pull request changes'),
          code(file),
          prose('and nothing else.'),
          ...(registrations === undefined
            ? [prose('The registrations need no pull request.')]
            : [
                prose('The registrations are in'),
                link(prose(`pull request ${registrations.number}`), registrations.url),
                prose('.'),
              ]),
        ),
      },
      outsideTable(outside),
    ],
    limit,
  );
