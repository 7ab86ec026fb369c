/** What workflows do besides, where a static registry is configured. */

import { ACTION_PLACEHOLDER } from './workflows.ts';

const READS =
  '      contents: read # to check out, to see whether this commit is still the tip (if not, a later run applies), and to read the history\n';
const WRITES = `${READS.replace('contents: read', 'contents: write').trimEnd()}; to keep the site's state on the branch agentcore-site\n`;

/** Whether apply runs: in the template, and for a site, whose pages and lists change where no registration does. */
const APPROVED = `    if: \${{ !cancelled() && needs.approve.result == 'success' }}\n`;
const UNCHANGED = "needs.plan.outputs.plan != '' && needs.plan.outputs.changes == 0";
const ALWAYS = `    # Without a change there is nothing to approve: the site is made anew, for its settings and for what was reviewed.
    if: \${{ !cancelled() && needs.plan.result == 'success' && (needs.approve.result == 'success' || (${UNCHANGED})) }}
`;
const OUTPUTS = `    outputs:
      packed: \${{ steps.pack.outcome }} # a run that a later one supersedes makes no site
`;
const CHECKOUT = '          persist-credentials: false\n';
const WHOLE = `${CHECKOUT}          fetch-depth: 0 # pages say when, and in which pull request, tools were reviewed\n`;

/** Folder of the site below the working directory, as shell and expressions take it: what the configuration allows has no blanks. */
const steps = (
  directory: string,
): string => `      # One file: Pages takes nothing else, no links among them, and a site has names that artifacts may not have. What begins with a dot belongs to it.
      - name: Pack the site
        id: pack
        if: \${{ hashFiles('${directory}/index.html') != '' }}
        run: tar --create --hard-dereference --file "$RUNNER_TEMP/artifact.tar" --exclude .git --exclude '.agentcore-sync.*' --directory ${directory} .
      - uses: actions/upload-artifact@043fb46d1a93c77aae656e7c1c64a875d1fc6a0a # v7.0.1
        if: \${{ steps.pack.outcome == 'success' }}
        with:
          name: github-pages # where deploy-pages looks for it
          path: \${{ runner.temp }}/artifact.tar
          if-no-files-found: error
          retention-days: 7
`;

const JOB = `
  publish:
    name: Publish
    needs: apply
    if: \${{ !cancelled() && needs.apply.result == 'success' && needs.apply.outputs.packed == 'success' }}
    permissions:
      pages: write
      id-token: write
      attestations: write
      contents: read
    uses: ./.github/workflows/publish.yml # zizmor: ignore[self-repository] older servers and linters know no other form
`;

const PLACES = [
  [READS, WRITES],
  [APPROVED, ALWAYS],
  ['    outputs:\n', OUTPUTS],
  [CHECKOUT, WHOLE],
] as const;

const fault = (): Error => new Error('the template has no job that the site belongs to');

/** A job's text with each of the places changed that a site changes. */
const changed = (job: string, places: readonly (readonly [string, string])[]): string =>
  places.reduce((text, [before, after]) => {
    if (!text.includes(before)) throw fault();
    return text.replace(before, () => after);
  }, job);

/**
 * apply.yml with the site's part: the state on its branch, the site as an artifact of the run, and the job that publishes it.
 * @throws Error where the template has no such job, which a test of this package would have shown
 */
export const withSite = (apply: string, directory: string): string => {
  const place = apply.indexOf('\n  apply:\n');
  if (place < 0) throw fault();
  // The job's last step ends where a blank line and the next job begin.
  const end = apply.indexOf('\n\n', place) + 1;
  const [job, after] =
    end === 0 ? [`${apply.slice(place).trimEnd()}\n`, ''] : [apply.slice(place, end), apply.slice(end)];
  return `${apply.slice(0, place)}${changed(job, PLACES)}${steps(directory)}${after.trimEnd()}${after === '' ? '' : '\n'}${JOB}`;
};

const DISABLE = '\n  disable:\n';
const DISABLE_READS = "      contents: read # to check out, and to read the settings' history\n";
const DISABLE_WRITES = `${DISABLE_READS.replace('contents: read', 'contents: write').trimEnd()}; to keep the site's state on the branch agentcore-site\n`;
const DISABLE_OUTPUTS = `    outputs:
      changes: \${{ steps.disable.outputs.changes }}
`;

const NEXT_JOB = '\n  # Servers wrote what this job reads.';

/** Publishing is apply.yml's: it makes the site anew where no registration changes, too. */
const PUBLISH = `
  publish:
    name: Start apply, which publishes the site
    needs: disable
    if: \${{ !cancelled() && needs.disable.outputs.changes > 0 }}
    runs-on: ubuntu-latest
    timeout-minutes: 5
    permissions:
      contents: read # to check out
      actions: write # to start apply.yml
    steps:
      - uses: actions/checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8 # v5.0.0
        with:
          persist-credentials: false
      - uses: ${ACTION_PLACEHOLDER} # the release that you chose
        with:
          command: start
          dispatch: apply.yml
          github-token: \${{ github.token }}
`;

/**
 * verify.yml with the site's part: what is disabled is kept in the site's state, and leaves the site.
 * @throws Error where the template has no such job, which a test of this package would have shown
 */
export const verifyWithSite = (verify: string): string => {
  const [place, next] = [verify.indexOf(DISABLE), verify.indexOf(NEXT_JOB)];
  if (place < 0 || next < place) throw fault();
  const places = [
    [DISABLE_READS, DISABLE_WRITES],
    ['    outputs:\n', DISABLE_OUTPUTS],
  ] as const;
  return `${verify.slice(0, place)}${changed(verify.slice(place, next), places)}${PUBLISH}${verify.slice(next)}`;
};
