/**
 * 200 resources that strangers named and described, and hostile answers of a registry, an issuer and servers, through the
 * whole story: scan, pull request, review, apply, refresh, verify, site. Each medium is read back as its readers read it.
 */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse as parseCsv } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { contentsOf } from '../../sandbox/world.ts';
import { envelopeOf, expectCode, type Run } from '../cli/cli.ts';
import type { ActionRun } from '../main/action.ts';
import { BRANCH, type Stage } from '../main/request-stage.ts';
import { sarifRun } from '../report/sarif-schema.ts';
import { commandsOf, jsonInPage, seenIn, strangeInMarkdown, strangeInPage, unseenIn } from './readers.ts';
import { type Hostile, OWNER, REGISTRY_SAYS, startHostile, VERIFIED } from './stage.ts';
import { MARK, STRANGE_HOST, textFor } from './texts.ts';
import { RESOURCES } from './world.ts';

/** Collects what should not be, by medium; and how often strangers' texts came out at all. */
const startWatch = (stage: Stage) => {
  const found: string[] = [];
  const seen: Record<string, number> = {};
  const note = (medium: string, text: string, strange: readonly string[]): void => {
    seen[medium] = (seen[medium] ?? 0) + seenIn(text);
    found.push(...strange.map((one) => `${medium}: ${one}`));
  };
  const markdown = (medium: string, text: string): void =>
    note(medium, text, strangeInMarkdown(text, { origins: [stage.github.world.serverUrl], owners: [OWNER] }));
  return {
    found,
    seen,
    markdown,
    note,
    /** All that a run of the action shows. */
    run: (name: string, run: ActionRun, code: number): ActionRun => {
      expectCode(run, code);
      const log = `${run.stdout}${run.stderr}`;
      note(`log of ${name}`, log, [...unseenIn(log), ...commandsOf(log)]);
      markdown(`summary of ${name}`, run.summary);
      expect(envelopeOf({ stdout: run.outputs['result'] ?? '' }).command).toBe(name);
      return run;
    },
    /** What a terminal shows. */
    printed: (name: string, { stdout, stderr }: Run): void =>
      note(`text of ${name}`, `${stdout}${stderr}`, [...unseenIn(stdout), ...unseenIn(stderr)]),
  };
};

type Watch = ReturnType<typeof startWatch>;

/** Pull requests, issues, comments and checks, as GitHub shows them. */
const watchGithub = (watch: Watch, { github: { world } }: Stage): void => {
  for (const { title, body, comments } of world.items.values()) {
    watch.note('title', title, [...unseenIn(title), ...(/@|#|:\/\//.test(title) ? [title] : [])]);
    watch.markdown('body', body);
    for (const comment of comments) watch.markdown('comment', comment.body);
  }
  for (const { title, summary, text, annotations } of world.checks) {
    watch.note('check', `${title}`, unseenIn(`${title}`));
    watch.markdown('check', `${summary ?? ''}\n\n${text ?? ''}`);
    for (const one of annotations) watch.note('note of a check', JSON.stringify(one), unseenIn(JSON.stringify(one)));
  }
};

/** Commits say nothing that a stranger wrote: no trailer, no closing word, nothing that skips a check. */
const watchGit = (watch: Watch, stage: Stage): void => {
  stage.git('fetch', '--quiet', 'origin', '+refs/heads/*:refs/remotes/origin/*');
  const said = stage.git('log', '--format=%B%an%ae', '--branches', '--remotes', '--author=github-actions');
  expect(said).not.toBe('');
  watch.note('commits', said, said.includes(MARK) || said.includes(STRANGE_HOST) ? [said] : []);
  const refs = stage.git('for-each-ref', '--format=%(refname)');
  watch.note('branches', refs, refs.includes(MARK) ? [refs] : []);
};

/** Each file is read as it was meant by a reader of YAML, holds what AWS said, and of `registration` what scan gives a new entry. */
const expectFiles = ({ bench, entries }: Stage): void => {
  const files = Object.entries(entries(BRANCH)).filter(([file]) => /^\d{12}\//.test(file));
  expect(files).toHaveLength(RESOURCES);
  for (const [file, text] of files) {
    const { kind, source, registration, ...more } = parse(text, { version: '1.2', strict: true });
    expect(Object.keys(more)).toEqual([]);
    expect(Object.keys(registration).filter((key) => !['path', 'name'].includes(key))).toEqual([]);
    expect(registration.path).toMatch(/^\/[A-Za-z0-9][A-Za-z0-9._-]{0,62}\/?$/);
    if (kind !== 'gateway') continue;
    const { gateways } = contentsOf(bench.aws.world, { account: source.account, region: source.region });
    const gateway = gateways.find(({ id }) => file.endsWith(`/${id}.yaml`));
    expect([source.name, source.description]).toEqual([gateway?.name, gateway?.description]);
  }
};

/** A person's pull request whose file names and texts are as hostile as a file can be. */
const reviewOfFiles = async ({ stage, step }: Hostile): Promise<readonly ActionRun[]> => {
  const names = [
    '%0A::error::',
    '\n::error::',
    '[a](https://evil.example)',
    '@acme|<b>',
    '\u202e',
    'a,line=9',
    '`$(id)`',
  ];
  const entry = (at: number): string =>
    `kind: server\nregistration:\n  path: /${MARK}${at}|@acme\n  name: ${JSON.stringify(textFor(1, at))}\n  ${MARK}: 1\n`;
  stage.git('push', '--quiet', 'origin', 'origin/main:refs/heads/person');
  stage.github.people.commit('person', {
    ...Object.fromEntries(names.map((name, at) => [`servers/manual/${MARK}${name}.yaml`, entry(at)])),
    [`.github/workflows/${MARK} ::error::x.yml`]: 'on: push\n',
    'servers/manual/hidden.yaml': `kind: server # \u202e${MARK}\n`,
  });
  stage.checkout('origin/person');
  const inputs = { against: 'origin/main', 'github-token': '' };
  const runs = [
    await step({ command: 'validate', ...inputs, sarif: 'files.sarif' }),
    await step({ command: 'plan', ...inputs }),
  ];
  const { results } = sarifRun(stage.bench.read('files.sarif'));
  expect(results.length).toBeGreaterThan(5);
  for (const { locations, message } of results) {
    expect(locations[0].physicalLocation.artifactLocation.uri).toMatch(/^[\w./%()@=,-]+$/);
    expect(unseenIn(message.text)).toEqual([]);
  }
  stage.checkout();
  return runs;
};

const watchSite = (watch: Watch, { bench }: Stage): void => {
  const site = join(bench.folder, 'site');
  const pages = globSync('**/*.html', { cwd: site });
  expect(pages.length).toBeGreaterThan(RESOURCES);
  for (const page of pages) {
    const text = readFileSync(join(site, page), 'utf8');
    // Answers of the API are JSON, which some hosts serve as pages.
    if (/^v0/.test(page)) watch.note('answer', text, jsonInPage(text));
    else watch.note('page', text, strangeInPage(text));
  }
  for (const file of globSync('**/*.json', { cwd: site })) JSON.parse(readFileSync(join(site, file), 'utf8'));
};

test('what 200 strangers write stays in its place in every medium', async () => {
  const hostile = await startHostile();
  const { stage, step, line, tokens } = hostile;
  const { bench, github } = stage;
  const watch = startWatch(stage);
  const scan = watch.run('scan', await step({ command: 'scan' }), 0);
  const [opened] = JSON.parse(scan.outputs['pull-requests'] ?? '[]');
  stage.checkout();
  expectFiles(stage);
  const request = { against: opened.base, head: opened.head, scanned: opened.scanned };
  watch.run('validate', await step({ command: 'validate', ...request, check: 'v', sarif: 'request.sarif' }), 0);
  watch.run('plan', await step({ command: 'plan', ...request, check: 'p', comment: String(opened.number) }), 0);
  const [validated, planned] = await reviewOfFiles(hostile);
  if (validated !== undefined) watch.run('validate', validated, 1);
  if (planned !== undefined) watch.run('plan', planned, 1);
  github.people.merge(opened.number, 'squash');
  stage.checkout();

  for (const fault of REGISTRY_SAYS) bench.registry.faults.add(fault);
  const applied = watch.run('apply', await step({ command: 'apply' }), 1);
  expect(applied.stdout).toContain('answered 422');
  const record = bench.registry.records().servers.find(({ fields }) => String(fields['description']).includes(MARK));
  bench.registry.edit(record?.path ?? '', { description: textFor(1, 1), server_name: textFor(1, 27) });
  watch.run('plan', await step({ command: 'plan', issue: 'true' }), 0);
  watch.run('refresh', await step({ command: 'refresh' }), 1);
  const verified = watch.run('verify', await step({ command: 'verify', arguments: VERIFIED, results: 'found' }), 1);
  expect(tokens.size).toBeGreaterThan(0);
  const digest = verified.outputs['results-digest'] ?? '';
  watch.run('lock', await step({ command: 'lock', results: 'found', 'results-digest': digest }), 0);
  for (const words of ['report', 'clients', 'validate', 'show /talking/', 'report --markdown']) {
    const printed = await line(words);
    if (words.endsWith('--markdown')) watch.markdown('report', printed.stdout);
    else watch.printed(words, printed);
  }
  const { stdout: csv } = expectCode(await line('report --audit'), 0);
  const cells = parseCsv(csv).flat();
  watch.note('table', csv, [
    ...unseenIn(csv.replaceAll('\r', '')),
    ...cells.filter((cell) => /^\s*[=+\-@|]/.test(cell)),
  ]);
  watchGithub(watch, stage);
  watchGit(watch, stage);
  watchSite(watch, stage);
  expect(watch.found).toEqual([]);
  expect(github.world.violations).toEqual([]);
  // Nothing is proven of a text that never came.
  const never = ['log of lock', 'summary of lock', 'text of show /talking/', 'title', 'commits', 'branches'];
  expect(Object.keys(watch.seen).filter((medium) => watch.seen[medium] === 0)).toEqual(never);
}, 180_000);
