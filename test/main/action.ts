/** The action as a runner starts it: inputs as variables, files for outputs and summary, and a runner's eyes on its log. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Bench, type Run, runDoor } from '../cli/cli.ts';
import { actionIn, type Environment } from '../cli/in-process.ts';

/** One workflow command that a runner would obey. */
export interface WorkflowCommand {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly data: string;
}

export interface ActionRun extends Run {
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
  readonly commands: readonly WorkflowCommand[];
}

const unescaped = (text: string): string =>
  text
    .replaceAll('%0A', '\n')
    .replaceAll('%0D', '\r')
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll('%25', '%');

/** What a runner obeys in a log: https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands */
export const commandsIn = (log: string): readonly WorkflowCommand[] => {
  const found: WorkflowCommand[] = [];
  let resume: string | undefined;
  for (const line of log.split(/\r\n|\r|\n/)) {
    const match = /^\s*::([A-Za-z_-]+)(?: ([^:]*(?::(?!:)[^:]*)*))?::(.*)$/.exec(line);
    if (resume !== undefined) {
      if (line.trim() === `::${resume}::`) resume = undefined;
      continue;
    }
    if (match === null) {
      // The older form, which runners still obey.
      if (/##\[[a-z-]+/.test(line)) found.push({ name: line, properties: {}, data: '' });
      continue;
    }
    const [, name = '', properties = '', data = ''] = match;
    if (name === 'stop-commands') {
      resume = data;
      continue;
    }
    const pairs = properties.split(',').flatMap((pair): [string, string][] => {
      const [key = '', ...value] = pair.trim().split('=');
      return key === '' ? [] : [[key, unescaped(value.join('='))]];
    });
    found.push({ name, properties: Object.fromEntries(pairs), data: unescaped(data) });
  }
  return found;
};

/** What a step's output file holds: https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands#multiline-strings */
export const outputsIn = (text: string): Readonly<Record<string, string>> => {
  const outputs: Record<string, string> = {};
  const lines = text.split('\n');
  for (let at = 0; at < lines.length; at += 1) {
    const [, name, mark] = /^([^<=]+)<<(.+)$/.exec(lines[at] ?? '') ?? [];
    if (name === undefined) continue;
    const end = lines.indexOf(mark ?? '', at + 1);
    outputs[name] = lines.slice(at + 1, end).join('\n');
    at = end;
  }
  return outputs;
};

type Start = (place: { readonly folder: string; readonly environment: Environment }) => Promise<Run>;

const started =
  (start: Start) =>
  async (bench: Bench, inputs: Readonly<Record<string, string>>, environment: Environment = {}): Promise<ActionRun> => {
    bench.write('.runner/output', '');
    bench.write('.runner/summary', '');
    const given = Object.entries(inputs).map(([name, value]): [string, string] => [
      `INPUT_${name.toUpperCase()}`,
      value,
    ]);
    const run = await start({
      folder: bench.folder,
      environment: {
        ...bench.environment,
        GITHUB_ACTIONS: 'true',
        GITHUB_OUTPUT: join(bench.folder, '.runner/output'),
        GITHUB_STEP_SUMMARY: join(bench.folder, '.runner/summary'),
        GITHUB_WORKSPACE: bench.folder,
        ...environment,
        ...Object.fromEntries(given),
      },
    });
    const read = (name: string): string => readFileSync(join(bench.folder, '.runner', name), 'utf8');
    return { ...run, outputs: outputsIn(read('output')), summary: read('summary'), commands: commandsIn(run.stdout) };
  };

/** Runs the action on a bench, with these inputs: a process of its own, as it ships. */
export const runAction = started((place) => runDoor('main', [], place));

/** The same in this process, by its sources: for all steps of a story where the process is not what it is about. */
export const stepAction = started(actionIn);
