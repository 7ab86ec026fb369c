import { EXIT, SyncError } from '../model/errors.ts';
import { isObject, parseJson } from '../model/json.ts';
import type { Problem } from '../model/problem.ts';
import { hasErrors } from '../model/problem.ts';
import { visible } from '../report/visible.ts';
import type { CommandContext, CommandResult, RunCommand } from '../running/context.ts';
import { callTool } from '../verify/call.ts';
import { isJob } from '../verify/places.ts';
import { type Subjects, withSubjects } from '../verify/subjects.ts';

const usage = (text: string, hint: string): SyncError => new SyncError('usage', 'bad-option', text, { hint });

const readArguments = (text: string): Readonly<Record<string, unknown>> => {
  const value = parseJson(text);
  if (isObject(value)) return value;
  throw usage(
    'arguments: expected a JSON object, met another text.',
    'Quote it for the shell: --arguments \'{"id": "A1"}\'',
  );
};

const refused = (path: string, file: string, text: string): Problem => ({
  rule: 'server-unreachable',
  severity: 'error',
  place: { file },
  subject: path,
  text: `${text}.`,
});

const done = (result: object | null, text: string, problems: readonly Problem[]): CommandResult => ({
  exitCode: hasErrors(problems) ? EXIT.failed : EXIT.done,
  result,
  problems,
  text,
  markdown: '',
  outputs: {},
});

const callOne = async (
  context: CommandContext,
  { subjects, fetch, problems }: Subjects,
  name: string,
): Promise<CommandResult> => {
  const [subject, ...others] = subjects;
  if (subject === undefined || others.length > 0) {
    if (problems().some(({ severity }) => severity === 'error')) return done(null, '', problems());
    throw usage(`call expects one server, met ${subjects.length}.`, 'Name its path; an entry may have several.');
  }
  if (subject.type === 'agent')
    throw usage(`${subject.path} is an agent: it has skills, and no tools.`, 'Name a server.');
  const asked = { name, arguments: readArguments(context.settings.verify.arguments) };
  const opened = await subject.open();
  if (opened.type !== 'place') {
    const note = opened.note ?? opened.type;
    return done(null, '', [
      ...problems(),
      ...opened.problems,
      refused(subject.path, subject.file, `Nothing was called: ${note}`),
    ]);
  }
  const { clock, signal } = context;
  const said = await callTool(opened.place, { fetch, clock, signal }, asked);
  const all = [...problems(), ...opened.problems];
  if ('failure' in said) return done(null, '', [...all, refused(subject.path, subject.file, said.failure.text)]);
  const text = context.hide(JSON.stringify(said.answer, null, 2));
  const isError = isObject(said.answer) && said.answer['isError'] === true;
  const told = isError
    ? [
        {
          ...refused(subject.path, subject.file, `The tool ${JSON.stringify(name)} answered with an error`),
          rule: 'tool-failed' as const,
          hint: 'Its answer says why. Where the name is in doubt: agentcore-sync lock writes the names of all its tools.',
        },
      ]
    : [];
  return done(
    { path: subject.path, tool: name, answer: JSON.parse(text) },
    `${text.split('\n').map(visible).join('\n')}\n`,
    [...all, ...told],
  );
};

/** Calls a tool as its clients do, and shows the answer. A person's own doing: workflows call nothing. */
export const call: RunCommand = async (context) => {
  if (isJob(context))
    throw usage('call works on a command line alone: a workflow would act in nobody’s name.', 'Run it yourself.');
  const [path = '', name, ...more] = context.operands;
  if (name === undefined || more.length > 0) {
    throw usage(
      `call expects a file or registry path, and a tool; met ${context.operands.length} arguments.`,
      'agentcore-sync call /prices/ lookup',
    );
  }
  return withSubjects({ ...context, operands: [path] }, (subjects) => callOne(context, subjects, name));
};
