import { type RequestLine, requestText } from './request-text.ts';
import type { TextOptions } from './text.ts';
import { visible } from './visible.ts';

/** What became of the pull requests of deployed gateways. */
export const proposedText = (
  {
    registrations,
    clients,
  }: { readonly registrations: readonly RequestLine[]; readonly clients: readonly RequestLine[] },
  options: TextOptions,
): string =>
  [
    'Registrations',
    ...requestText(registrations, options)
      .trimEnd()
      .split('\n')
      .map((line) => `  ${line}`),
    'Clients for their tokens',
    ...(clients.length === 0
      ? ['  None: no stack made a pool for a gateway that is registered.']
      : requestText(clients, options)
          .trimEnd()
          .split('\n')
          .map((line) => `  ${line}`)),
    '',
  ].join('\n');

/** The same where files were written, and nothing was proposed. */
export const writtenText = ({
  files,
  configuration,
}: {
  readonly files: readonly string[];
  readonly configuration: string | undefined;
}): string =>
  [
    ...files.map((file) => `wrote ${visible(file)}\n`),
    ...(configuration === undefined
      ? []
      : [
          `wrote ${visible(configuration)}: the clients for their tokens. Bring it in a pull request of its own: what widens trust doesn't count in one that changes entries as well.\n`,
        ]),
    ...(files.length === 0 && configuration === undefined
      ? ['Nothing to write: entries and clients are there.\n']
      : []),
  ].join('');
