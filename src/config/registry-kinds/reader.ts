import type { RegistrationFilter, RegistryConfiguration } from '../../model/generated/configuration.ts';
import type { Problem } from '../../model/problem.ts';
import type { SettingsQuestion } from '../build-settings.ts';

/** What every registry has, whatever its kind. */
export interface RegistryCommon<Type extends string> {
  /** Name in the configuration: `default` for the one of `registry:`, or of flags, inputs and environment alone. */
  readonly name: string;
  readonly type: Type;
  /** Only registrations that one of these matches are kept there; absent: all. */
  readonly entries?: readonly RegistrationFilter[];
  /** Calls side by side. */
  readonly concurrency: number;
}

/** What one registry of the configuration is read with. */
export type RegistryQuestion = Pick<SettingsQuestion, 'values' | 'origins' | 'placeOf' | 'person'> & {
  /** Whether it stands below `registries`, and not as `registry`. */
  readonly named: boolean;
};

/** How the settings of one kind of registry are read. */
export interface RegistryReader<Settings extends RegistryCommon<string>, Configured = RegistryConfiguration> {
  /** The URL and the token of flags, inputs and environment may be meant for it. */
  readonly takesDoors: boolean;
  /** Its settings; what contradicts itself is added to the problems. */
  read(
    named: readonly [name: string, configured: Configured],
    question: RegistryQuestion,
    problems: Problem[],
  ): Settings;
  /** What registries together make wrong. */
  together?(registries: readonly RegistryCommon<string>[]): readonly Problem[];
  /** Settings with what they take from those of others. */
  linked?(one: Settings, registries: readonly RegistryCommon<string>[]): Settings;
}
