/** What apply.yml does besides, where a static registry is configured. */

const READS =
  '      contents: read # to check out, to see whether this commit is still the tip (if not, a later run applies), and to read the history\n';
const WRITES = `${READS.replace('contents: read', 'contents: write').trimEnd()}; to keep the site's state on the branch agentcore-site\n`;

/** Folder of the site below the working directory, as shell and expressions take it: what the configuration allows has no blanks. */
const steps = (
  directory: string,
): string => `      # One file: Pages takes nothing else, and a site has names that artifacts may not have. What begins with a dot belongs to it.
      - name: Pack the site
        run: tar --create --file "$RUNNER_TEMP/artifact.tar" --exclude .git --exclude .agentcore-sync.json --directory ${directory} .
      - uses: actions/upload-artifact@043fb46d1a93c77aae656e7c1c64a875d1fc6a0a # v7.0.1
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
    if: \${{ !cancelled() && needs.apply.result == 'success' }}
    permissions:
      pages: write
      id-token: write
      attestations: write
      contents: read
    uses: ./.github/workflows/publish.yml # zizmor: ignore[self-repository] older servers and linters know no other form
`;

/**
 * apply.yml with the site's part: the state on its branch, the site as an artifact of the run, and the job that publishes it.
 * @throws Error where the template has no such job, which a test of this package would have shown
 */
export const withSite = (apply: string, directory: string): string => {
  const place = apply.lastIndexOf(READS);
  if (place < 0) throw new Error('apply.yml has no job that the site belongs to');
  const text = `${apply.slice(0, place)}${WRITES}${apply.slice(place + READS.length)}`;
  // The job's last step ends where a blank line and the next job begin.
  const end = text.indexOf('\n\n', place) + 1;
  const [job, after] = end === 0 ? [`${text.trimEnd()}\n`, ''] : [text.slice(0, end), text.slice(end)];
  return `${job}${steps(directory)}${after.trimEnd()}${after === '' ? '' : '\n'}${JOB}`;
};
