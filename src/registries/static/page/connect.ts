import { callUrlOf, type SiteServer } from '../entry.ts';
import { slugOf } from '../names.ts';
import { PROXY_PACKAGE, proxyCommand } from '../proxy.ts';
import { SIGNING_SERVICE, type SignIn, signInHeader } from '../sign-in.ts';
import type { SiteSettings } from '../site-settings.ts';

/** One text to copy. */
export interface Snippet {
  /** Where it goes: a file, or a terminal. */
  readonly where: string;
  readonly text: string;
}

/** How one connects with one client, or why one can't. */
export type Recipe =
  | {
      readonly id: string;
      readonly title: string;
      readonly snippets: readonly Snippet[];
      /** A link that the client itself understands. */
      readonly install?: string;
      readonly note?: string;
    }
  | { readonly id: string; readonly title: string; readonly cannot: string };

/** What one needs first, and for how long it lasts. */
export interface Need {
  readonly needs: string;
  readonly lasts: string;
}

/** A server as a client has to know it. */
interface Target {
  readonly slug: string;
  readonly name: string;
  readonly url: string;
  readonly signIn: SignIn;
  /** The proxy's command line, where the caller's own machine signs. */
  readonly command?: readonly [string, ...string[]];
  readonly header?: { readonly name: string; readonly prefix: string };
  readonly transport: 'http' | 'sse';
}

/** Environment variable of the token in every snippet. */
const TOKEN = 'TOKEN';

const targetOf = (server: SiteServer, settings: SiteSettings): Target => {
  const through = settings.through?.(server.path);
  const signIn: SignIn = through === undefined ? server.signIn : { type: 'token' };
  const header = signInHeader(signIn);
  const onlySse = through === undefined && !server.transports.includes('streamable-http');
  return {
    slug: slugOf(server.path).replace(/[^A-Za-z0-9_-]/g, '-'),
    name: server.name,
    url: through ?? (onlySse ? (server.sseEndpoint ?? server.url) : callUrlOf(server)),
    signIn,
    transport: onlySse ? 'sse' : 'http',
    ...(signIn.type === 'aws' ? { command: proxyCommand(server, signIn, settings.proxyVersion) } : {}),
    ...(header === undefined ? {} : { header }),
  };
};

export const needOf = (server: SiteServer, settings: SiteSettings): Need => {
  const { signIn } = targetOf(server, settings);
  switch (signIn.type) {
    case 'aws':
      return {
        needs: `An AWS login that may call it, and uv, which starts ${PROXY_PACKAGE} for you.`,
        lasts: 'As long as your AWS session: log in again (aws sso login) when it ends.',
      };
    case 'token':
      return {
        needs: `An access token${signIn.issuer === undefined ? '' : ` from ${signIn.issuer}`}. Whoever owns the server says which client you use.`,
        lasts: 'As long as its issuer says, often an hour. Then you need a new one.',
      };
    case 'caller':
      return {
        needs: `Your own access token${signIn.issuer === undefined ? '' : ` from ${signIn.issuer}`}: the server acts as you.`,
        lasts: 'As long as its issuer says, often an hour. Then you need a new one.',
      };
    case 'key':
      return { needs: 'An API key from its owner.', lasts: 'Until its owner withdraws it.' };
    case 'none':
      return { needs: 'Nothing: it asks nobody who they are.', lasts: 'For as long as you can reach it.' };
  }
};

const json = (value: unknown): string => JSON.stringify(value, null, 2);

const quoted = (text: string): string =>
  /^[A-Za-z0-9_./:=@%+-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;

const python = (text: string): string => JSON.stringify(text);

/** `{ Authorization: 'Bearer <value>' }`, or nothing. */
const headersWith = ({ header }: Target, value: string): { headers?: Record<string, string> } =>
  header === undefined ? {} : { headers: { [header.name]: `${header.prefix}${value}` } };

const vscode = (target: Target): Recipe => {
  const { slug, url, command, transport, header, signIn } = target;
  const input = {
    type: 'promptString',
    id: `${slug}-token`,
    description: signIn.type === 'key' ? `API key of ${target.name}` : `Access token for ${target.name}`,
    password: true,
  };
  const server =
    command === undefined
      ? { type: transport, url, ...headersWith(target, `\${input:${input.id}}`) }
      : { type: 'stdio', command: command[0], args: command.slice(1) };
  const inputs = header === undefined ? {} : { inputs: [input] };
  const install = encodeURIComponent(JSON.stringify({ name: slug, ...server, ...inputs }));
  return {
    id: 'vscode',
    title: 'VS Code',
    install: `vscode:mcp/install?${install}`,
    snippets: [{ where: '.vscode/mcp.json', text: json({ ...inputs, servers: { [slug]: server } }) }],
  };
};

const copilot = (target: Target): Recipe => {
  const { slug, url, command, transport, signIn } = target;
  const server =
    command === undefined
      ? { type: transport, url, ...headersWith(target, `\${COPILOT_MCP_${TOKEN}}`), tools: ['*'] }
      : { type: 'local', command: command[0], args: command.slice(1), tools: ['*'] };
  const cloud =
    signIn.type === 'aws'
      ? "The agent in GitHub's cloud can't use it: it has no AWS login of yours."
      : signIn.type === 'none'
        ? "The agent in GitHub's cloud takes the same text, in the repository's settings."
        : `The agent in GitHub's cloud takes the same text; its token is the secret COPILOT_MCP_${TOKEN} of the environment copilot.`;
  return {
    id: 'copilot',
    title: 'Copilot',
    note: cloud,
    snippets: [{ where: '~/.copilot/mcp-config.json', text: json({ mcpServers: { [slug]: server } }) }],
  };
};

const claudeCode = ({ slug, url, command, header, transport }: Target): Recipe => ({
  id: 'claude-code',
  title: 'Claude Code',
  snippets: [
    {
      where: 'A terminal',
      text:
        command === undefined
          ? [
              `claude mcp add --transport ${transport} ${slug} ${quoted(url)}`,
              ...(header === undefined ? [] : [`--header "${header.name}: ${header.prefix}$${TOKEN}"`]),
            ].join(' \\\n  ')
          : `claude mcp add ${slug} -- \\\n  ${command.map(quoted).join(' ')}`,
    },
  ],
});

const cursor = (target: Target): Recipe => {
  const { slug, url, command } = target;
  const server =
    command === undefined
      ? { url, ...headersWith(target, `\${env:${TOKEN}}`) }
      : { command: command[0], args: command.slice(1) };
  const config = encodeURIComponent(Buffer.from(JSON.stringify(server)).toString('base64'));
  return {
    id: 'cursor',
    title: 'Cursor',
    install: `cursor://anysphere.cursor-deeplink/mcp/install?name=${encodeURIComponent(slug)}&config=${config}`,
    snippets: [{ where: '~/.cursor/mcp.json', text: json({ mcpServers: { [slug]: server } }) }],
  };
};

/** The call that opens a connection in Python, and what it imports and installs. */
const pythonClient = (target: Target) => {
  const { url, signIn, header, transport } = target;
  if (signIn.type === 'aws')
    return {
      install: `mcp ${PROXY_PACKAGE}`,
      imports: ['from mcp_proxy_for_aws.client import aws_iam_streamablehttp_client'],
      call: `aws_iam_streamablehttp_client(\n    ${python(url)},\n    aws_service="${SIGNING_SERVICE}", aws_region=${python(signIn.region)})`,
    };
  const headers =
    header === undefined
      ? ''
      : `,\n    headers={${python(header.name)}: ${header.prefix === '' ? '' : `${python(header.prefix)} + `}os.environ["${TOKEN}"]}`;
  const client = transport === 'sse' ? 'sse_client' : 'streamablehttp_client';
  return {
    install: 'mcp',
    imports: [
      ...(header === undefined ? [] : ['import os']),
      `from mcp.client.${transport === 'sse' ? 'sse' : 'streamable_http'} import ${client}`,
    ],
    call: `${client}(\n    ${python(url)}${headers})`,
  };
};

const pythonMcp = (target: Target): Recipe => {
  const { install, imports, call } = pythonClient(target);
  return {
    id: 'python',
    title: 'Python',
    snippets: [
      { where: 'A terminal', text: `pip install ${install}` },
      {
        where: 'Python',
        text: [
          'import asyncio',
          ...imports,
          'from mcp import ClientSession',
          '',
          'async def main():',
          `    async with ${call.replaceAll('\n', '\n    ')} as (read, write, *_):`,
          '        async with ClientSession(read, write) as session:',
          '            await session.initialize()',
          '            print([tool.name for tool in (await session.list_tools()).tools])',
          '',
          'asyncio.run(main())',
        ].join('\n'),
      },
    ],
  };
};

const strands = (target: Target): Recipe => {
  const { install, imports, call } = pythonClient(target);
  return {
    id: 'strands',
    title: 'Strands',
    snippets: [
      { where: 'A terminal', text: `pip install strands-agents ${install}` },
      {
        where: 'Python',
        text: [
          ...imports,
          'from strands import Agent',
          'from strands.tools.mcp import MCPClient',
          '',
          `tools = MCPClient(lambda: ${call})`,
          'with tools:',
          '    agent = Agent(tools=tools.list_tools_sync())',
          '    agent("What can you do?")',
        ].join('\n'),
      },
    ],
  };
};

const langGraph = (target: Target): Recipe => {
  const { slug, url, command, transport, header } = target;
  const lines =
    command === undefined
      ? [
          `        "transport": "${transport === 'sse' ? 'sse' : 'streamable_http'}",`,
          `        "url": ${python(url)},`,
          ...(header === undefined
            ? []
            : [
                `        "headers": {${python(header.name)}: ${header.prefix === '' ? '' : `${python(header.prefix)} + `}os.environ["${TOKEN}"]},`,
              ]),
        ]
      : [
          '        "transport": "stdio",',
          `        "command": ${python(command[0])},`,
          `        "args": [${command.slice(1).map(python).join(', ')}],`,
        ];
  return {
    id: 'langgraph',
    title: 'LangGraph',
    snippets: [
      { where: 'A terminal', text: 'pip install langgraph langchain-mcp-adapters' },
      {
        where: 'Python',
        text: [
          ...(header === undefined ? ['import asyncio'] : ['import asyncio', 'import os']),
          'from langchain_mcp_adapters.client import MultiServerMCPClient',
          '',
          'client = MultiServerMCPClient({',
          `    ${python(slug)}: {`,
          ...lines,
          '    },',
          '})',
          'tools = asyncio.run(client.get_tools())',
        ].join('\n'),
      },
    ],
  };
};

const INITIALIZE = JSON.stringify({
  jsonrpc: '2.0',
  id: 1,
  method: 'initialize',
  params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'curl', version: '1' } },
});

const curl = (target: Target): Recipe => {
  const { url, signIn, header, transport } = target;
  if (transport === 'sse')
    return {
      id: 'curl',
      title: 'curl',
      cannot: "it speaks over server-sent events alone, where one request doesn't answer",
    };
  const signing =
    signIn.type === 'aws'
      ? [
          `--aws-sigv4 "aws:amz:${signIn.region}:${SIGNING_SERVICE}"`,
          '--user "$AWS_ACCESS_KEY_ID:$AWS_SECRET_ACCESS_KEY"',
          '--header "x-amz-security-token: $AWS_SESSION_TOKEN"',
        ]
      : [];
  const lines = [
    `curl ${quoted(url)}`,
    ...signing,
    ...(header === undefined ? [] : [`--header "${header.name}: ${header.prefix}$${TOKEN}"`]),
    "--header 'Content-Type: application/json'",
    "--header 'Accept: application/json, text/event-stream'",
    `--data '${INITIALIZE}'`,
  ];
  const before = signIn.type === 'aws' ? 'eval "$(aws configure export-credentials --format env)"\n' : '';
  return {
    id: 'curl',
    title: 'curl',
    snippets: [{ where: 'A terminal', text: `${before}${lines.join(' \\\n  ')}` }],
  };
};

/** How one connects to a server with each client, in the order of the page. */
export const recipesFor = (server: SiteServer, settings: SiteSettings): readonly Recipe[] => {
  const target = targetOf(server, settings);
  return [vscode, copilot, claudeCode, cursor, pythonMcp, strands, langGraph, curl].map((recipe) => recipe(target));
};
