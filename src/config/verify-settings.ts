import type { Problem } from '../model/problem.ts';
import type { SettingsQuestion } from './build-settings.ts';
import { OPTIONS } from './options/options.ts';

/** How servers and agents are asked. */
export interface VerifySettings {
  /** Name of the registry that is gone through; absent: each at its own URL. */
  readonly through?: string;
  readonly ingressTokenFile?: string;
  readonly serverTokenFile?: string;
  /** Folder between two jobs: what a run found, for another one to read. */
  readonly results?: string;
  /** What the folder's result must have as its SHA-256. */
  readonly resultsDigest?: string;
  /** What another job says of what is off because its tools changed, as JSON. */
  readonly disabled?: string;
  /** File with what a scanner said of tools. */
  readonly findings?: string;
  /** URL of what is locked before it is deployed. */
  readonly from?: string;
  /** Of a tool, as JSON. */
  readonly arguments: string;
}

/** The settings of verify, lock and call. */
export const verifySettings = (
  { values, command }: SettingsQuestion,
  registries: readonly string[],
  problems: Problem[],
): VerifySettings => {
  const { through, direct } = values;
  const wrong = (text: string, hint?: string): void => {
    const said = hint === undefined ? {} : { hint };
    problems.push({ rule: 'option-value', severity: 'error', subject: command, text, ...said });
  };
  if (through !== undefined && direct === true) wrong('Give one of direct and through.');
  if (through !== undefined && !registries.includes(through)) {
    wrong(
      `through names ${JSON.stringify(through)}, and no registry of that name is configured.`,
      `Configured: ${registries.join(', ') || 'none'}.`,
    );
  }
  if (values.from !== undefined && !/^https?:\/\//.test(URL.parse(values.from)?.href ?? '')) {
    wrong('from expects a URL with https.');
  }
  return {
    ...(through === undefined ? {} : { through }),
    ...(values.ingressTokenFile === undefined ? {} : { ingressTokenFile: values.ingressTokenFile }),
    ...(values.serverTokenFile === undefined ? {} : { serverTokenFile: values.serverTokenFile }),
    ...(values.results === undefined ? {} : { results: values.results }),
    ...(values.resultsDigest === undefined ? {} : { resultsDigest: values.resultsDigest }),
    ...(values.disabled === undefined ? {} : { disabled: values.disabled }),
    ...(values.findings === undefined ? {} : { findings: values.findings }),
    ...(values.from === undefined ? {} : { from: values.from }),
    arguments: values.arguments ?? OPTIONS.arguments.default,
  };
};
