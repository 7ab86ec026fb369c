import type { Client, Configuration } from '../model/generated/configuration.ts';
import type { Problem } from '../model/problem.ts';

/** Hosts of AgentCore's own data plane: gateways and runtimes get tokens by `for`, which names their account. */
const AGENTCORE = /(?:^|\.)bedrock-agentcore(?:-control)?\.[a-z0-9-]+\.[a-z0-9.-]+$/;

const problem = (subject: string, text: string, hint: string): Problem => ({
  rule: 'configuration-contradiction',
  severity: 'error',
  subject,
  text,
  hint,
});

/** The one account that the configuration asks for, where it is one. */
const onlyAccount = ({ aws }: Configuration): string | undefined => {
  const [account, ...others] = aws?.accounts ?? [];
  return others.length === 0 && account !== undefined && /^\d{12}$/.test(account) ? account : undefined;
};

const pathProblems = (client: Client, subject: string, account: string | undefined): readonly Problem[] =>
  (client.for ?? [])
    .filter((pattern) => pattern.startsWith('/'))
    .map((pattern) =>
      problem(
        subject,
        `for: ${JSON.stringify(pattern)} names no account, and whoever gets that path would get the token.`,
        account === undefined
          ? `Write the account before it, such as "111111111111${pattern}".`
          : `Write ${JSON.stringify(`${account}${pattern}`)}.`,
      ),
    );

const hostProblems = (client: Client, subject: string): readonly Problem[] =>
  (client.urls ?? [])
    .filter((url) => AGENTCORE.test(URL.parse(url)?.hostname ?? ''))
    .map((url) =>
      problem(
        subject,
        `urls: ${JSON.stringify(url)} is a host of AgentCore, where anybody has gateways and runtimes.`,
        'Cover the entry by `for`, with its account.',
      ),
    );

/**
 * Clients whose `for` or `urls` would cover what nobody meant. They end the run before anything is read: a client that
 * suddenly covered less would have apply withdraw credentials that work.
 */
export const clientScopeProblems = (configuration: Configuration): readonly Problem[] => {
  const account = onlyAccount(configuration);
  return (configuration.issuers ?? []).flatMap(({ issuer, clients }) =>
    clients.flatMap((client) => {
      const subject = `client ${client.id} of ${issuer}`;
      return [...pathProblems(client, subject, account), ...hostProblems(client, subject)];
    }),
  );
};
