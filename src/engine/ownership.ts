import { METADATA_KEYS } from '../kinds/table.ts';
import { isObject } from '../model/json.ts';
import type { HeldBy } from '../model/reasons.ts';
import type { Origin, Registration } from '../model/registration.ts';
import type { Listed, Mark } from '../model/registry.ts';
import { barePath } from '../model/registry.ts';
import { mapLimit } from '../net/concurrency.ts';
import type { Marker } from './mark.ts';

/**
 * Whether git's history once had a file (below the catalogue's directory) that registered a path (without its last slash).
 * What can't be found out is no.
 */
export type HadTogether = (file: string, path: string) => boolean | Promise<boolean>;

/** Ownership of a registration: who holds it, as far as its mark, the entries at hand and git's history tell. */
export type Holder =
  | { readonly type: 'ours' }
  /** Our owner, and a repository of its own: a copied configuration, or one that was replaced. */
  | { readonly type: 'other-repository'; readonly mark: Mark }
  /** Nobody's, by its mark. */
  | { readonly type: 'adoptable'; readonly by: HeldBy }
  /** Our owner and repository, with a file and a path that nothing ever had together. */
  | { readonly type: 'orphaned'; readonly mark: Mark; readonly by: HeldBy }
  | { readonly type: 'foreign'; readonly by: HeldBy };

/** What decides whether a registration is ours. */
export interface Owning {
  readonly marker: Marker;
  /** Another owner whose registrations become ours, or our own after the repository changed. */
  readonly takeOverFrom?: string;
  /** Whether a mark's file and path belong together. */
  readonly belongs: (mark: Mark) => boolean;
}

/** An ARN of AgentCore, of bounded length: metadata is a stranger's text. */
const ARN = /^arn:[a-z-]{3,20}:bedrock-agentcore:[a-z0-9-]{5,30}:\d{12}:[\w/-]{3,150}$/;

const together = ({ file, endpoint }: Origin, path: string): string =>
  JSON.stringify([file, endpoint ?? '', barePath(path)]);

const ofEntries = (registrations: readonly Registration[]): ReadonlySet<string> =>
  new Set(registrations.map(({ origin, path }) => together(origin, path)));

/**
 * Whether marks belong to us by file and path: those of an entry at hand, or ones that history had together. History is
 * asked once for each mark that carries our owner and fits no entry. Rejects with what it rejects with.
 */
export const readBelonging = async (
  listed: readonly Listed[],
  known: { readonly registrations: readonly Registration[]; readonly owner: string; readonly had: HadTogether },
  concurrency: number,
): Promise<Owning['belongs']> => {
  const entries = ofEntries(known.registrations);
  const marks = listed.flatMap(({ mark, path, federated }) =>
    mark.type === 'mark' && !federated && mark.mark.owner === known.owner && mark.mark.path === barePath(path)
      ? [mark.mark]
      : [],
  );
  const asked = marks.filter((mark) => !entries.has(together(mark, mark.path)));
  const answers = await mapLimit(asked, concurrency, async (mark) => known.had(mark.file, mark.path));
  const had = new Set(asked.filter((_, index) => answers[index] === true).map((mark) => together(mark, mark.path)));
  return (mark) => entries.has(together(mark, mark.path)) || had.has(together(mark, mark.path));
};

/**
 * History where a person stands behind the run, and their marks are trusted: but a mark whose file is at hand with other
 * paths does not hold a path that another file has now.
 */
export const trustedMarks = (registrations: readonly Registration[]): HadTogether => {
  const paths = Map.groupBy(registrations, ({ path }) => barePath(path));
  const files = new Set(registrations.map(({ origin }) => origin.file));
  return (file, path) => {
    const holders = paths.get(path) ?? [];
    return holders.length === 0 || !files.has(file) || holders.some(({ origin }) => origin.file === file);
  };
};

/** The AWS resource that another tool noted in the metadata; undefined where none stands there. */
export const notedArn = (listed: Listed): string | undefined => {
  const metadata = listed.values.get('metadata');
  if (!isObject(metadata)) return undefined;
  const arn = METADATA_KEYS.arn.map((key) => metadata[key]).find((value) => typeof value === 'string');
  return typeof arn === 'string' && ARN.test(arn) ? arn : undefined;
};

/** What stands at a path without a mark: the old tool notes ARNs, and takes marks away when it writes again. */
const unmarked = (listed: Listed): HeldBy => {
  const arn = notedArn(listed);
  return arn === undefined ? { type: 'unmarked' } : { type: 'unmarked', arn };
};

/**
 * Who holds a registration: the one place that tells ours from a stranger's. A mark is public text that anybody can copy:
 * it is ours only with our owner, our repository, its own path, and a file that belongs to that path.
 */
export const holderOf = (listed: Listed, { marker, takeOverFrom, belongs }: Owning): Holder => {
  const { owner, repository } = marker;
  if (listed.federated) return { type: 'foreign', by: { type: 'peer' } };
  if (listed.mark.type === 'none') return { type: 'adoptable', by: unmarked(listed) };
  if (listed.mark.type === 'broken') return { type: 'adoptable', by: { type: 'broken-mark' } };
  const { mark } = listed.mark;
  if (mark.path !== barePath(listed.path)) return { type: 'adoptable', by: { type: 'copied-mark' } };
  const sameRepository = !mark.repository || !repository || mark.repository.id === repository.id;
  if (mark.owner === owner && sameRepository) {
    if (belongs(mark)) return { type: 'ours' };
    return { type: 'orphaned', mark, by: { type: 'orphaned', file: mark.file } };
  }
  if (takeOverFrom === mark.owner) return { type: 'ours' };
  if (mark.owner === owner) return { type: 'other-repository', mark };
  return { type: 'foreign', by: { type: 'owner', owner: mark.owner } };
};

/** How many of the registrations are ours. */
export const countOurs = (listed: readonly Listed[], owning: Owning): number =>
  listed.filter((one) => holderOf(one, owning).type === 'ours').length;
