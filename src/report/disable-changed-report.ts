import { type AtRegistries, resultsOf } from '../model/at-registry.ts';
import { sinceText } from '../model/since.ts';
import { offPart } from './disable-report.ts';
import { type Block, renderDocument } from './document.ts';
import { code, prose } from './markup.ts';
import type { Report } from './report.ts';
import { counted } from './wording.ts';

/** What is off in one registry because its tools changed, and what is left to a person. */
export interface OffThere {
  readonly off: readonly { readonly path: string; readonly note?: string }[];
  readonly forTools: readonly { readonly path: string; readonly since: number }[];
}

/** What changed in one registry beyond the limit: nothing of it was disabled. */
export interface BeyondThere {
  readonly registry: string;
  readonly paths: readonly string[];
  readonly most: number;
  readonly ours: number;
}

const rowsOf = ({ forTools, off }: OffThere): readonly { readonly path: string; readonly text: string }[] => {
  const notes = new Map(off.flatMap(({ path, note }) => (note === undefined ? [] : [[path, note] as const])));
  return forTools.map(({ path, since }) => {
    const note = notes.get(path);
    return { path, text: `${sinceText(since)}${note === undefined ? '' : `: ${note}`}` };
  });
};

/** What is off because its tools changed, and since when. */
export const changedReport = ({ registries, problems }: AtRegistries<OffThere>): Report => {
  const count = resultsOf(registries).reduce((sum, { forTools }) => sum + forTools.length, 0);
  return {
    title: 'Disable what changed',
    counts:
      count === 0
        ? 'Nothing is disabled because of its tools'
        : `${counted(count, 'registration')} disabled because of their tools`,
    parts: [offPart(registries, 'since', rowsOf)],
    problems,
  };
};

/** Bytes of an issue: GitHub takes 65,536 characters. */
const ISSUE_BYTES = 60_000;

/** The issue's title. It says no number: those change from day to day. */
export const BEYOND_TITLE = 'Tools changed in more registrations than may be disabled';

/** The comment that closes it. */
export const BEYOND_GONE = 'No more tools changed than may be disabled.';

const EXPLAINS =
  'verify found tools that are not those of their locks, twice and ten minutes apart, and onToolChange says that such registrations are to be disabled. They are more than limits.disables lets one run disable, so that none of them was: who calls them gets what is there now.';

const NEXT =
  'Look at the pull requests "Tools changed". Switch off by hand what is hostile (disable.yml). Where all of it is meant to be disabled, raise limits.disables on the default branch, in a pull request that changes no entry, and start verify.yml again.';

/** The issue's body: why nothing was disabled, what changed, and what to do. */
export const beyondIssue = (beyond: readonly BeyondThere[]): string =>
  renderDocument(
    [
      { type: 'paragraph', text: prose(EXPLAINS) },
      ...beyond.map(
        ({ registry, paths, most, ours }): Block => ({
          type: 'table',
          title: `Registry ${registry}: ${counted(paths.length, 'registration')} of ${ours}, the limit is ${most}`,
          columns: ['Path'],
          rows: paths.map((path) => [code(path)]),
          one: 'registration',
        }),
      ),
      { type: 'paragraph', text: prose(NEXT) },
    ],
    ISSUE_BYTES,
  );
