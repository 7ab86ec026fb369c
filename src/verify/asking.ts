import { keepHeapSmall } from '../net/memory.ts';
import type { CommandContext } from '../running/context.ts';
import { writeVerifyResults } from './results-file.ts';
import { lookAgain } from './second-look.ts';
import type { Subjects } from './subjects.ts';
import { type Subject, type VerifyFound, verifyAll } from './verify.ts';

/** Servers side by side. */
const SERVERS_AT_ONCE = 64;

/** Asks servers and agents, whatever they are asked for. */
export const askAll = (context: CommandContext, { subjects, others, fetch }: Subjects): Promise<VerifyFound> => {
  context.work?.({ type: 'begun', text: 'asking servers', total: subjects.length });
  if (subjects.length > SERVERS_AT_ONCE) keepHeapSmall();
  return verifyAll(subjects, {
    fetch,
    clock: context.clock,
    signal: context.signal,
    concurrency: SERVERS_AT_ONCE,
    others,
    onDone: () => context.work?.({ type: 'step', failed: false }),
  });
};

const mayDisable = ({ onToolChange }: Subject): boolean => onToolChange === 'disable';

/** Writes what was found for other jobs, once what may be disabled for it was listed twice. Gives the outputs that they need. */
export const writeFound = async (
  folder: string,
  {
    context,
    subjects,
    found,
  }: { readonly context: CommandContext; readonly subjects: Subjects; readonly found: VerifyFound },
): Promise<Readonly<Record<string, string>>> => {
  const { clock, signal, work } = context;
  const lists = await lookAgain(subjects.subjects, found, {
    clock,
    signal,
    ask: (again) => askAll(context, { ...subjects, subjects: again }),
    onWait: (servers) =>
      work?.({ type: 'phase', text: `waiting ten minutes to list ${servers} of them again: their tools changed` }),
  });
  const digest = await writeVerifyResults(folder, { ...found, lists }, subjects);
  return { 'results-digest': digest, disables: String(subjects.subjects.filter(mayDisable).length) };
};
