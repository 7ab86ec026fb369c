import type { Command } from '../config/options/commands.ts';
import type { Settings } from '../config/settings.ts';
import type { RunCommand } from '../running/context.ts';

/** What a command is, apart from its options, which say themselves who takes them. */
interface CommandRow {
  /** One line of help and documentation. */
  readonly text: string;
  /** What may stand after the options; a command without it takes nothing there. */
  readonly operands?: {
    /** As help shows it. */
    readonly usage: string;
    /** What there must be, where there must be something. */
    readonly least?: string;
  };
  /** It works until a signal ends it: then it is done. */
  readonly untilSignal?: true;
  readonly needs: readonly ('owner' | 'registry')[];
  /**
   * What a workflow run of it must be: `tip`: on the default branch's tip, for an old commit's settings are none; `history`:
   * that, and by the settings that the branch's history lets count, for it sends something to a registry. Else why any
   * commit's settings will do: nothing is sent to a place that they name.
   */
  readonly judged: 'tip' | 'history' | { readonly freely: string };
  /** A command is loaded when it is asked for: validate loads no AWS client. */
  readonly load: () => Promise<RunCommand>;
}

/** Every command. A new one is its name among those that options know, its file, and its row here. */
export const COMMAND_TABLE: Readonly<Record<Command, CommandRow>> = {
  scan: {
    text: 'Scan AWS and write one file per gateway, target and runtime.',
    needs: [],
    judged: 'tip',
    load: async () => (await import('./scan.ts')).scan,
  },
  list: {
    text: 'Scan AWS and show what is there; writes nothing.',
    needs: [],
    judged: { freely: 'AWS alone is asked.' },
    load: async () => (await import('./list.ts')).list,
  },
  validate: {
    text: 'Check the files: schema, ids, URLs, paths. With files: all is checked, and what concerns them is shown.',
    operands: { usage: '[file…]' },
    needs: [],
    judged: { freely: 'Nothing is asked but GitHub, with the job’s token.' },
    load: async () => (await import('./validate.ts')).validate,
  },
  plan: {
    text: 'Show what apply would change in the registry.',
    needs: ['owner', 'registry'],
    judged: 'history',
    load: async () => (await import('./plan.ts')).plan,
  },
  apply: {
    text: 'Make the registry what the files say.',
    needs: ['owner', 'registry'],
    judged: 'history',
    load: async () => (await import('./apply.ts')).apply,
  },
  sync: {
    text: 'scan, validate and apply in one go, without a review.',
    needs: ['owner', 'registry'],
    judged: 'history',
    load: async () => (await import('./sync.ts')).sync,
  },
  refresh: {
    text: 'Renew the access tokens that the registry needs to call the servers.',
    operands: { usage: '[file or registry path…]' },
    needs: ['owner', 'registry'],
    judged: 'history',
    load: async () => (await import('./refresh.ts')).refresh,
  },
  verify: {
    text: 'Ask each server and agent what it offers, and compare that with what was reviewed.',
    operands: { usage: '[file or registry path…]' },
    needs: [],
    judged: 'history',
    load: async () => (await import('./verify.ts')).verify,
  },
  start: {
    text: 'Start the workflows of the catalogue on GitHub: scan.yml, then apply.yml where nothing waits for review.',
    needs: [],
    judged: { freely: 'Nothing is asked but GitHub, with the job’s token.' },
    load: async () => (await import('./start.ts')).start,
  },
  lock: {
    text: 'Write tool locks: what servers and agents say of themselves now, for a review.',
    operands: { usage: '[file or registry path…]' },
    needs: [],
    judged: 'history',
    load: async () => (await import('./lock.ts')).lock,
  },
  issues: {
    text: 'Keep one issue on GitHub for each owner of whose entries something fails, from what another job found.',
    needs: [],
    judged: { freely: 'Nothing is asked but GitHub, with the job’s token.' },
    load: async () => (await import('./issues.ts')).issues,
  },
  call: {
    text: 'Call a tool of one server and show what it answers; on a command line alone.',
    operands: { usage: '<file or registry path> <tool>', least: 'a file or registry path, and a tool' },
    needs: [],
    judged: { freely: 'It is refused in a job.' },
    load: async () => (await import('./call.ts')).call,
  },
  import: {
    text: 'Write entries for what the registry holds and no configuration has marked.',
    operands: { usage: '[JSON file…]' },
    needs: ['owner', 'registry'],
    judged: 'history',
    load: async () => (await import('./import.ts')).importCommand,
  },
  'export-manifest': {
    text: 'Write the token refresh manifest that the old tool reads.',
    needs: [],
    judged: { freely: 'Nothing is sent.' },
    load: async () => (await import('./export-manifest.ts')).exportManifest,
  },
  show: {
    text: 'Show the registration that an entry gives, and where each field comes from.',
    operands: { usage: '<file or registry path…>', least: 'at least one file or registry path, or --only' },
    needs: [],
    judged: { freely: 'Nothing is sent.' },
    load: async () => (await import('./show.ts')).show,
  },
  report: {
    text: 'Show by owner and account what the files hold: authorization, token, lock, open findings. Asks no network, but with --unlisted AWS and the registries, and with --audit in a workflow GitHub.',
    needs: [],
    judged: { freely: 'Nothing is asked but GitHub, with the job’s token; with --unlisted it is judged as plan is.' },
    load: async () => (await import('./report.ts')).report,
  },
  clients: {
    text: 'Show the clients of the configuration: where their secrets are, which entries they cover, which are unused. Asks no network.',
    needs: [],
    judged: { freely: 'Nothing is sent.' },
    load: async () => (await import('./clients.ts')).clients,
  },
  impact: {
    text: 'Show what hangs on an entry: targets, runtimes, outbound authorization, gateways, registries, groups. Asks no network.',
    operands: { usage: '<file or registry path…>', least: 'at least one file or registry path' },
    needs: [],
    judged: { freely: 'Nothing is sent.' },
    load: async () => (await import('./impact.ts')).impact,
  },
  disable: {
    text: 'Switch a registration off at once, in every registry: withdraw its credential, and record it in its file.',
    operands: { usage: '<file or registry path…>', least: 'at least one file or registry path, or --results' },
    needs: ['owner', 'registry'],
    judged: 'history',
    load: async () => (await import('./disable.ts')).disable,
  },
  log: {
    text: 'Show who changed an entry, when, in which pull request, and what of it: from git.',
    operands: { usage: '<file or registry path…>', least: 'at least one file or registry path' },
    needs: [],
    judged: { freely: 'Nothing is asked but GitHub, with the job’s token.' },
    load: async () => (await import('./log.ts')).log,
  },
  login: {
    text: 'Get a token of the registry for yourself, by device code or with a client, into a file that git ignores.',
    needs: [],
    judged: { freely: 'It is refused in a job.' },
    load: async () => (await import('./login.ts')).login,
  },
  init: {
    text: 'Write configuration, workflows and IAM templates for a new catalogue, and ask for what they need; overwrites nothing.',
    needs: [],
    judged: { freely: 'Nothing is asked but GitHub, with the job’s token.' },
    load: async () => (await import('./init.ts')).init,
  },
  upgrade: {
    text: 'Bring what init wrote to this version: workflows, IAM templates, schemas; asks for what you changed.',
    needs: [],
    judged: { freely: 'Nothing is sent.' },
    load: async () => (await import('./upgrade.ts')).upgrade,
  },
  doctor: {
    text: 'Check identities, roles, Regions, registry, issuers and GitHub settings before the first scan.',
    needs: [],
    judged: 'history',
    load: async () => (await import('./doctor.ts')).doctor,
  },
  serve: {
    text: 'Serve the site of a static registry to this machine: pages, and what editors ask of a registry.',
    untilSignal: true,
    needs: [],
    judged: { freely: 'Nothing is sent.' },
    load: async () => (await import('./serve.ts')).serve,
  },
  gateways: {
    text: 'Gateways as code: definitions to CloudFormation.',
    operands: {
      usage: '<new|pull|check|render|plan|deploy|propose|reload-tools> [name…]',
      least: 'what to do: new, pull, check, render, plan, deploy, propose or reload-tools',
    },
    needs: [],
    judged: 'history',
    load: async () => (await import('./gateways.ts')).gateways,
  },
  completion: {
    text: 'Print the script that completes commands and flags in bash, zsh or fish.',
    operands: { usage: '<bash|zsh|fish>', least: 'a shell: bash, zsh or fish' },
    needs: [],
    judged: { freely: 'Nothing is sent.' },
    load: async () => (await import('./completion.ts')).completion,
  },
};

/** What of a run decides what it needs and must be. */
interface Terms extends Pick<Settings, 'unlisted' | 'registries' | 'checks'> {
  /** What stands after the options. */
  readonly operands: readonly string[];
}

/**
 * What a run of a command needs and must be: a report that asks registries is held to what a plan is, and one of files, an
 * import of files and checks that send nothing are not.
 */
export const termsOf = (
  command: Command,
  { unlisted, registries, checks, operands }: Terms,
): Pick<CommandRow, 'needs' | 'judged'> => {
  const { needs, judged } = COMMAND_TABLE[command];
  if (command === 'import' && operands.length > 0) return { needs: [], judged: { freely: 'Files alone are read.' } };
  if (command === 'doctor' && checks !== undefined && !checks.includes('registry')) {
    return { needs, judged: { freely: 'No registry is asked.' } };
  }
  if (!unlisted) return { needs, judged };
  const { plan } = COMMAND_TABLE;
  return { judged: plan.judged, needs: registries.length === 0 ? [] : plan.needs };
};
