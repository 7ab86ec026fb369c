import { OPTIONS } from '../config/options/options.ts';
import { type InitScope, isPinnedAction, isRepository } from './answers.ts';

/** Asks a person one question; resolves with the line that was typed. */
export type Ask = (question: string) => Promise<string>;

/** What flags, environment, an existing configuration and existing files say. */
export interface Told {
  readonly action?: string;
  readonly repository?: string;
  readonly owner?: string;
  readonly scope?: InitScope;
  readonly regions: readonly string[];
  readonly hubRole?: string;
  readonly registryUrl?: string;
  /** A static registry is wanted: no other one has to be there. */
  readonly site?: true;
  readonly codeOwners: readonly string[];
  /** Questions that a file which is kept has answered, with something or with nothing. */
  readonly settled: { readonly configuration: boolean; readonly codeOwners: boolean };
}

/** What is offered where nothing was told: found on this machine, each may be absent. */
export interface Suggested {
  readonly repository?: string;
  readonly owner: string;
  /** The caller's account in AWS. */
  readonly account?: string;
  readonly region?: string;
}

interface Question {
  readonly title: string;
  readonly meaning: string;
  readonly example: string;
  /** What an empty line means. */
  readonly fallback?: string;
  /** What is wrong with an answer; undefined where nothing is. */
  readonly fault: (answer: readonly string[]) => string | undefined;
}

const listed = (line: string): readonly string[] => line.split(/[\s,]+/).filter((item) => item !== '');

/** Each item has its form, and there is one at least. */
const each =
  (fits: (item: string) => boolean) =>
  (answer: readonly string[]): string | undefined => {
    const bad = answer.filter((item) => !fits(item));
    return bad.length > 0 ? `Not of that form: ${bad.join(', ')}.` : undefined;
  };

const one =
  (fits: (item: string) => boolean) =>
  (answer: readonly string[]): string | undefined =>
    answer.length > 1 ? 'One is enough.' : each(fits)(answer);

const shown = ({ title, meaning, example, fallback }: Question): string =>
  `\n${title}\n  ${meaning}\n  For example: ${example}\n${fallback === undefined ? '' : `[${fallback}] `}> `;

/** Asks until the answer has its form. An empty line takes the fallback; without one an answer is needed. */
const answerOf = async (ask: Ask, question: Question): Promise<readonly string[]> => {
  let complaint = '';
  for (;;) {
    const typed = listed(await ask(`${complaint}${shown(question)}`));
    const answer = typed.length === 0 ? listed(question.fallback ?? '') : typed;
    const fault = answer.length === 0 ? 'This one is needed.' : question.fault(answer);
    if (fault === undefined) return answer;
    complaint = `\n${fault}\n`;
  }
};

const NONE = 'none';
const ORGANIZATION = 'organization';

/** A word that means "nothing", beside the form. */
const orNone = (fits: (item: string) => boolean) => (item: string) => item === NONE || fits(item);

const isRole = (text: string): boolean => /^arn:[a-z-]+:iam::[0-9]{12}:role\/.{1,512}$/.test(text);
const isUrl = (text: string): boolean => URL.parse(text)?.protocol === 'https:';
const isUnit = (text: string): boolean => OPTIONS.organization.pattern.test(text);
const isAccount = (text: string): boolean => OPTIONS.accounts.pattern.test(text);

const scopeFault = (answer: readonly string[]): string | undefined =>
  answer[0] === ORGANIZATION ? each(isUnit)(answer.slice(1)) : each(isAccount)(answer);

const scopeOf = ([first = '', ...rest]: readonly string[]): InitScope =>
  first === ORGANIZATION ? { type: 'organization', units: rest } : { type: 'accounts', accounts: [first, ...rest] };

const SCOPE: Question = {
  title: 'AWS accounts to scan',
  meaning:
    'Ids of accounts, or the word organization for all of AWS Organizations; units behind it narrow that. Each account gets two roles that can only list and get.',
  example: '111111111111, 222222222222   or   organization   or   organization ou-ab12-11111111',
  fault: scopeFault,
};

const HUB: Question = {
  title: 'Hub role',
  meaning:
    "The role that the scan's job assumes first, and from which it goes on to each account: one account then trusts GitHub, not all. It is made by iam/. none: each account trusts GitHub itself.",
  example: 'arn:aws:iam::111111111111:role/AgentCoreSyncHub',
  fault: one(orNone(isRole)),
};

const STATIC = 'static';

const registryFault = (answer: readonly string[]): string | undefined =>
  answer.filter((item) => item !== STATIC).length > 1
    ? 'One URL is enough.'
    : each(orNone((item) => item === STATIC || isUrl(item)))(answer);

const REGISTRY: Question = {
  title: 'Where to',
  meaning:
    'The base URL of your MCP Gateway Registry; static for a site of files, which editors read as a private MCP registry and people browse. none: no registry yet, only files and pull requests.',
  example: 'https://registry.example.com   or   static   or both',
  fallback: NONE,
  fault: registryFault,
};

const REVIEWERS: Question = {
  title: 'Who reviews',
  meaning: 'Code owners of the configuration, the workflows and entries written by hand. none: nobody is asked.',
  example: '@acme/platform',
  fallback: NONE,
  fault: each(orNone((text) => OPTIONS.codeOwners.pattern.test(text))),
};

const ACTION: Question = {
  title: 'This action',
  meaning:
    'As the workflows shall use it: owner/repository@ and the commit of the release, because a tag can be moved. none: no workflows and roles, only the configuration.',
  example: 'OWNER/agentcore-sync@c0ffeec0ffeec0ffeec0ffeec0ffeec0ffeec0ff',
  fallback: NONE,
  fault: one(orNone(isPinnedAction)),
};

const withFallback = (question: Question, fallback: string | undefined): Question =>
  fallback === undefined ? question : { ...question, fallback };

const repositoryQuestion = (suggested: Suggested): Question =>
  withFallback(
    {
      title: 'Repository of the catalogue',
      meaning: 'As owner/name. The roles in AWS trust the jobs of this repository, and of no other.',
      example: 'acme/catalogue',
      fault: one(isRepository),
    },
    suggested.repository,
  );

const ownerQuestion = ({ owner }: Suggested): Question => ({
  title: 'Mark',
  meaning:
    'A name of your own, put on everything that is registered from here. Only what carries it is ever changed. It stays as it is.',
  example: 'platform-catalogue',
  fallback: owner,
  fault: one((text) => OPTIONS.owner.pattern.test(text)),
});

const regionsQuestion = ({ region }: Suggested): Question => ({
  title: 'Regions to scan',
  meaning: 'Names of Regions, or the word all for those that each account has enabled.',
  example: 'us-east-1, eu-west-1',
  fallback: region ?? 'all',
  fault: each((text) => OPTIONS.regions.pattern.test(text)),
});

const hubQuestion = (scope: InitScope, { account }: Suggested): Question => {
  const hub = account === undefined ? undefined : `arn:aws:iam::${account}:role/AgentCoreSyncHub`;
  if (scope.type === 'organization') {
    const question = withFallback(HUB, hub);
    return {
      ...question,
      fault: one(isRole),
      meaning: HUB.meaning.replace(/ none: .*$/, ' Here it also lists the accounts.'),
    };
  }
  const several = scope.type === 'accounts' && scope.accounts.length > 1;
  return withFallback(HUB, several ? hub : NONE);
};

const unlessNone = (answer: readonly string[]): readonly string[] => answer.filter((item) => item !== NONE);

/** Asks what the configuration says, where there is none yet. */
const askConfiguration = async (told: Told, suggested: Suggested, ask: Ask): Promise<Partial<Told>> => {
  const [owner] = told.owner === undefined ? await answerOf(ask, ownerQuestion(suggested)) : [told.owner];
  const scope = told.scope ?? scopeOf(await answerOf(ask, withFallback(SCOPE, suggested.account)));
  const regions = told.regions.length > 0 ? told.regions : await answerOf(ask, regionsQuestion(suggested));
  const asksRegistry = told.registryUrl === undefined && told.site !== true;
  const registries = asksRegistry ? unlessNone(await answerOf(ask, REGISTRY)) : [told.registryUrl ?? []].flat();
  const registryUrl = registries.find((item) => item !== STATIC);
  return {
    scope,
    regions,
    ...(owner === undefined ? {} : { owner }),
    ...(registryUrl === undefined ? {} : { registryUrl }),
    ...(registries.includes(STATIC) ? { site: true as const } : {}),
  };
};

/** Asks for what was not told, with what was found as defaults. */
export const askMissing = async (told: Told, suggested: Suggested, ask: Ask): Promise<Told> => {
  const { settled } = told;
  const [action] = told.action === undefined ? unlessNone(await answerOf(ask, ACTION)) : [told.action];
  const known = { ...told, ...(action === undefined ? {} : { action }) };
  const [repository] =
    action === undefined || told.repository !== undefined
      ? [told.repository]
      : await answerOf(ask, repositoryQuestion(suggested));
  const configured = settled.configuration ? {} : await askConfiguration(told, suggested, ask);
  const scope = configured.scope ?? told.scope;
  const asksHub = action !== undefined && told.hubRole === undefined && !settled.configuration && scope !== undefined;
  const [hubRole] = asksHub ? unlessNone(await answerOf(ask, hubQuestion(scope, suggested))) : [told.hubRole];
  const codeOwners =
    action === undefined || settled.codeOwners || told.codeOwners.length > 0
      ? told.codeOwners
      : unlessNone(await answerOf(ask, REVIEWERS));
  return {
    ...known,
    ...configured,
    codeOwners,
    ...(repository === undefined ? {} : { repository }),
    ...(hubRole === undefined ? {} : { hubRole }),
  };
};
