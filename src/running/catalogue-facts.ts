import { readableLock } from '../catalogue/tool-locks.ts';
import { distinctProblems, isNews } from '../model/problem.ts';
import type { CatalogueFacts } from '../registries/kind.ts';
import type { Catalogue } from './catalogue.ts';
import type { CommandContext } from './context.ts';
import { judged } from './judging.ts';

/** What a run knows of its entries. */
export type Known = Pick<Catalogue, 'tree' | 'entries' | 'problems'>;

/** Of a run that has read no catalogue. */
export const NOTHING_KNOWN: Known = { tree: new Map(), entries: [], problems: [] };

/** Made when it is first asked for. */
const lazily = <Value>(make: () => Value): (() => Value) => {
  const made: Value[] = [];
  return () => {
    if (made.length === 0) made.push(make());
    return made[0] as Value;
  };
};

/** What kinds of registry that show entries may know of them, besides what is registered. */
export const catalogueFacts = (context: CommandContext, { tree, entries, problems }: Known): CatalogueFacts => {
  const { settings, run } = context;
  const { directory } = settings;
  const { server, repository } = run;
  const values = lazily(() => new Map(entries.map(({ path, value }) => [path, value])));
  const open = lazily(() =>
    Map.groupBy(distinctProblems(judged(problems, context)).filter(isNews), ({ place }) => place?.file ?? ''),
  );
  return {
    directory,
    ...(server === undefined || repository === undefined ? {} : { repository: `${server}/${repository}` }),
    lockOf: (origin) => readableLock(tree, origin, directory),
    reviews: async () => (await import('./lock-reviews.ts')).readLockReviews(context, tree),
    valueOf: (file) => values().get(file),
    findingsOf: (file) => open().get(`${directory}/${file}`) ?? [],
  };
};
