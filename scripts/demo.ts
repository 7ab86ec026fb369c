/**
 * The main job on loopback services: scan opens a pull request, the review shows what it does, a merge applies it; then a
 * week later once more; then a server's tools change after their review. Runs the committed bundle. With --keep the
 * services stay up until Ctrl-C.
 */
import { existsSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { markdownText } from './demo-markdown.ts';
import { paint, prompt, type Stage, say, startStage, title } from './demo-stage.ts';
import { aWeekLater, LOGISTICS, rugPull } from './demo-world.ts';

const BRANCH = 'agentcore-sync/scan';

const indented = (text: string): string =>
  text
    .split('\n')
    .map((line) => `  ${line}`.trimEnd())
    .join('\n');

const showRegistry = async ({ registry }: Stage): Promise<void> => {
  title('What the registry holds now');
  const answers = await Promise.all(
    ['servers', 'agents'].map(async (kind) => {
      const answer = await fetch(`${registry.url}/api/${kind}?limit=100`, {
        headers: { authorization: `Bearer ${registry.token}` },
      });
      const body = (await answer.json()) as { readonly [kind: string]: readonly Record<string, unknown>[] };
      return (body[kind] ?? []).map((entry) => ({ kind, ...entry }) as Record<string, unknown>);
    }),
  );
  for (const entry of answers.flat().sort((one, other) => String(one['path']).localeCompare(String(other['path'])))) {
    const state = entry['is_enabled'] === true ? paint(32, 'enabled ') : paint(33, 'disabled');
    say(
      `  ${state}  ${String(entry['kind']).slice(0, -1).padEnd(6)}  ${String(entry['path']).padEnd(28)}  ${entry['description']}`,
    );
  }
};

/** Entries of the request's branch. */
const entriesOf = ({ github }: Stage): Readonly<Record<string, string>> => github.people.files(BRANCH, 'servers/');

const entryOf = (stage: Stage, name: string): readonly [string, string] => {
  const found = Object.entries(entriesOf(stage)).find(([file]) => file.includes(`/${name}-`));
  if (found === undefined) throw new Error(`the scan wrote no entry of ${name}`);
  return found;
};

const showRequest = ({ github }: Stage, number: number): void => {
  const item = github.world.items.get(number);
  title(`Pull request ${number}, ${item?.title}`);
  say(indented(markdownText(item?.body ?? '')));
};

const checkoutMerge = (stage: Stage): void => {
  stage.checkout();
  stage.git('merge', '--quiet', '--no-ff', '-m', 'Merge', `origin/${BRANCH}`);
};

/** What review.yml does on the merge that GitHub makes of a request and its base. */
const review = async (stage: Stage, number: number): Promise<void> => {
  title('The review of the pull request, with settings from its base, no secret and no network');
  checkoutMerge(stage);
  await stage.step({ command: 'validate', against: 'HEAD^1' }, 'log');
  await stage.step({ command: 'plan', against: 'HEAD^1', comment: String(number) }, 'annotations');
  title('Its comment on the pull request');
  say(indented(markdownText(stage.github.world.items.get(number)?.comments[0]?.body ?? '')));
};

const merge = (stage: Stage, number: number): void => {
  title(`A person approves and merges pull request ${number}`);
  stage.github.people.merge(number, 'squash');
  stage.checkout();
};

const firstDay = async (stage: Stage): Promise<void> => {
  title('Two accounts, two Regions, a repository with a configuration');
  say(stage.configuration.trim());
  stage.checkout();
  await stage.step({ command: 'scan' }, 'log');
  showRequest(stage, 1);
  const [file, text] = entryOf(stage, 'pricing-tools');
  prompt(`cat ${file}`);
  say(text.trim());
  await review(stage, 1);
  merge(stage, 1);
  await stage.run('plan');
  await stage.run('apply');
  await showRegistry(stage);
};

const laterThatWeek = async (stage: Stage): Promise<void> => {
  title('A week later');
  say('  A gateway changes, one is replaced by its infrastructure tool, a runtime vanishes;');
  say(`  account ${LOGISTICS} denies its role.`);
  aWeekLater(stage.aws.world);
  const role = `arn:aws:iam::${LOGISTICS}:role/AgentCoreSync`;
  stage.aws.setFaults([{ account: LOGISTICS, service: 'sts', call: 'AssumeRole', id: role, effect: 'deny' }]);
  await stage.step({ command: 'scan' }, 'log', 1);
  const [file, text] = entryOf(stage, 'shopping_agent');
  const edit = (lines: readonly string[]): void =>
    void stage.github.people.commit(
      BRANCH,
      { [file]: [text.trimEnd(), ...lines, ''].join('\n') },
      'Describe the agent',
    );
  const description = '  description: Helps customers choose, and knows the return policy # reviewed by retail';
  title('A person edits the pull request, and mistypes. The review annotates the line');
  edit([description, '  visibility: intern']);
  checkoutMerge(stage);
  await stage.step({ command: 'validate', against: 'HEAD^1' }, 'annotations', 1);
  title('Mended. The next scan keeps what people wrote');
  edit([description]);
  stage.checkout();
  await stage.step({ command: 'scan' }, 'request', 1);
  showRequest(stage, 2);
  await review(stage, 2);
  merge(stage, 2);
  await stage.run('plan');
  await stage.run('apply --allow-deletes');
  await tokens(stage);
  await showRegistry(stage);
  title('A second plan is empty');
  await stage.run('plan --exit-code');
};

/** An entry that looks right in every field, of a gateway that only its author knows. */
const forgery = async (stage: Stage): Promise<void> => {
  title('Somebody merges an entry of a gateway that the account does not have. AWS is asked before anything is sent');
  const [file = '', text = ''] =
    Object.entries(stage.github.people.files('main', 'servers/')).find(([path]) => path.includes('/pricing-tools-')) ??
    [];
  const id = file.replace(/^.*\/|\.yaml$/g, '');
  const forged = text.replaceAll(id, 'pricing-tools-zzzzzzzzzz').replace(/path: .*/, 'path: /pricing-beta/');
  stage.github.people.commit('main', { [file.replace(id, 'pricing-tools-zzzzzzzzzz')]: forged }, 'Add the new gateway');
  stage.checkout();
  await stage.run('plan', 1);
  await stage.run('apply', 1);
};

const tokens = async (stage: Stage): Promise<void> => {
  title(
    'Tokens run out: a schedule renews them. One client is refused, one entry is covered by none; the rest is done',
  );
  await stage.run('refresh', 1);
  title('The secret of logistics is corrected');
  stage.setSecret('OAUTH_LOGISTICS', 'the secret of logistics');
  await stage.run('refresh /routing/');
};

/** The same catalogue as a registry without a server. Its entry that is not true is left out here too. */
const site = async (stage: Stage): Promise<void> => {
  title('The same files as a site: a registry that editors read, and a page that people browse');
  const configuration = stage.configuration.replace(
    /registry:\n {2}url: .*\n/,
    'registries:\n  site: { type: static, namespace: com.example, title: Tools of Example, audience: private, expose: [owners, runtimeUrls] }\n',
  );
  writeFileSync(join(stage.folder, 'site.yaml'), configuration);
  await stage.run('apply --config site.yaml', 1);
};

/** A server whose tools change after the merge: neither its name nor its URL tells. */
const changedTools = async (stage: Stage): Promise<void> => {
  title('A person registers a server outside of AWS. Its tools are locked, for the review');
  const entry = [
    'kind: server',
    'registration:',
    '  path: /warehouse/',
    '  name: warehouse',
    `  url: ${stage.warehouse.origin}/mcp`,
    '  authScheme: none',
    '',
  ].join('\n');
  stage.github.people.commit('main', { 'servers/manual/warehouse.yaml': entry }, 'Add the warehouse');
  stage.checkout();
  await stage.run('lock /warehouse/');
  const lock = 'servers/manual/warehouse.tools.lock.yaml';
  prompt(`cat ${lock}`);
  say(stage.read(lock));
  stage.github.people.commit('main', { [lock]: `${stage.read(lock)}\n` }, 'Lock the tools of the warehouse');
  stage.checkout();
  await stage.run('verify /warehouse/');
  title('Some days later the server offers something else, under the same name and URL');
  rugPull(stage.warehouse.content);
  await stage.run('verify /warehouse/ --results .runner/found', 1);
  title('What verify.yml does with it, in a job without a secret: a pull request with what changed, word by word');
  await stage.step({ command: 'lock', results: '.runner/found' }, 'log');
  const last = Math.max(...stage.github.world.items.keys());
  showRequest(stage, last);
};

const keepUp = async ({ folder, aws, registry, github, serve }: Stage): Promise<void> => {
  title('The services stay up. Ctrl-C ends them.');
  say(`  cd ${folder}`);
  for (const [name, value] of Object.entries(aws.environment)) say(`  export ${name}=${value}`);
  say(`  node ${resolve('dist/cli.js')} plan`);
  say(`  registry: ${registry.url}, token in .token; GitHub: ${github.world.apiUrl}`);
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());
  await serve('site.yaml', stop.signal);
};

const stage = await startStage();
try {
  if (!existsSync('dist/cli.js')) throw new Error('dist/cli.js is missing: run "npm run bundle"');
  await firstDay(stage);
  await laterThatWeek(stage);
  await forgery(stage);
  await site(stage);
  await changedTools(stage);
  if (process.argv.includes('--keep')) await keepUp(stage);
} catch (error) {
  process.stderr.write(`demo failed: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
} finally {
  await stage.stop();
}
