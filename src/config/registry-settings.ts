import { isLoopbackHost } from '../model/addresses.ts';
import type { Problem } from '../model/problem.ts';
import type { SettingsQuestion } from './build-settings.ts';
import { OPTIONS } from './options/options.ts';
import { DEFAULT_REGISTRY, type RegistrySettings } from './settings.ts';

/**
 * The registry's URL and its token. Both come from the same source, flags, inputs and environment or the configuration;
 * otherwise they must agree: nobody who can set one of them gets the token of the other sent to a host of theirs.
 */
export const registrySettings = (question: SettingsQuestion, problems: Problem[]): RegistrySettings | undefined => {
  const { values, configuration } = question;
  const configured = configuration.registry ?? {};
  const url = checkedUrl(values.registryUrl ?? configured.url, configured.insecure ?? false, problems);
  if (url === undefined) return undefined;
  const mixed = sourcesDisagree(question);
  if (mixed !== undefined) problems.push(mixed);
  return {
    type: configured.type ?? DEFAULT_REGISTRY,
    url,
    insecure: configured.insecure ?? false,
    token:
      values.tokenFile === undefined
        ? (configured.token ?? { file: OPTIONS.tokenFile.default })
        : { file: values.tokenFile },
    concurrency: values.concurrency ?? OPTIONS.concurrency.default,
  };
};

const normalized = (url: string | undefined): string | undefined => url?.replace(/\/+$/, '');

const sourcesDisagree = ({ values, configuration }: SettingsQuestion): Problem | undefined => {
  const configured = configuration.registry;
  const urlHere = values.registryUrl !== undefined;
  const tokenHere = values.tokenFile !== undefined;
  const urlsAgree = normalized(values.registryUrl) === normalized(configured?.url);
  if (urlHere && !tokenHere && configured?.token !== undefined && !urlsAgree) {
    return problem(
      "The registry's URL comes from a flag, input or the environment, and its token from the configuration, which names another URL.",
      "Give token-file with the URL, or use the configuration's registry.url.",
    );
  }
  if (!urlHere && tokenHere) {
    return problem(
      "The registry's token comes from a flag, input or the environment, and its URL from the configuration.",
      'Give registry-url with the same URL too, or set registry.token in the configuration.',
    );
  }
  return undefined;
};

const problem = (text: string, hint: string): Problem => ({
  rule: 'configuration-contradiction',
  severity: 'error',
  subject: 'registry',
  text,
  hint,
});

const checkedUrl = (text: string | undefined, insecure: boolean, problems: Problem[]): string | undefined => {
  if (text === undefined) return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const expected = 'https, without user, query and fragment (http only to loopback, or with registry.insecure: true)';
  const schemeFits =
    url?.protocol === 'https:' || (url?.protocol === 'http:' && (insecure || isLoopbackHost(url.hostname)));
  if (
    url === undefined ||
    !schemeFits ||
    url.username !== '' ||
    url.password !== '' ||
    url.search !== '' ||
    url.hash !== ''
  ) {
    // The text itself is not repeated: what people put there by mistake holds passwords.
    problems.push({
      rule: 'option-value',
      severity: 'error',
      subject: 'registry-url',
      text: `registry-url expects a URL: ${expected}.`,
    });
    return undefined;
  }
  return url.href.replace(/\/+$/, '');
};
