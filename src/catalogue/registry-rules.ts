import type { Finding, Pointer } from '../document/finding.ts';
import type { Visibility } from '../model/registration.ts';
import type { ReadRegistryDocument } from '../model/registry-document.ts';
import type { Shadows } from './shadows.ts';

type Values = Readonly<Record<string, unknown>>;

/** A document in a registry's own form as an entry file, and what could not be taken over as it was. */
export interface Converted {
  readonly value: Values;
  readonly findings: readonly Finding[];
}

/** How a registry writes servers and agents itself, and how such a document is read as an entry. */
export interface ForeignForm {
  /** Undefined when it is none. Values are passed on unchecked, for the schema of entries to judge. */
  readonly read: (value: Values) => Converted | undefined;
  /** Where a value of the converted entry stands in the document; undefined where it is none of this form. */
  readonly pointer: (pointer: Pointer, original: Values) => Pointer | undefined;
  /** A document that people pass around, ready to be read: without placeholders and credentials. */
  readonly document: ReadRegistryDocument;
}

/** What the kinds of registry say about paths and documents: all that a catalogue knows of them. */
export interface RegistryRules {
  readonly shadows: Shadows;
  /** Half a sentence on why no registration can have a path; undefined: it can. */
  readonly routeFault: (path: string) => string | undefined;
  readonly forms: readonly ForeignForm[];
  /** The registry that shows its readers only the beginning of a server's description; undefined: none does. */
  readonly cutsDescription?: (description: Described) => string | undefined;
}

/** A server's description, and who sees it. */
export interface Described {
  readonly description: string;
  readonly visibility: Visibility;
  /** Names of the registries that the entry is for; absent: all. */
  readonly registries: readonly string[] | undefined;
}

/** Reads a document in the first form that it has; undefined for an entry's own. */
export const readForeign = ({ forms }: Pick<RegistryRules, 'forms'>, value: Values): Converted | undefined => {
  for (const { read } of forms) {
    const converted = read(value);
    if (converted !== undefined) return converted;
  }
  return undefined;
};

/** Where a value of an entry stands in the file: elsewhere in a document of another form. */
export const originalPointer = (
  { forms }: Pick<RegistryRules, 'forms'>,
  pointer: Pointer,
  original: Values,
): Pointer => {
  for (const form of forms) {
    const found = form.pointer(pointer, original);
    if (found !== undefined) return found;
  }
  return pointer;
};
