type Values = Readonly<Record<string, unknown>>;

/** One of the registry's own documents, ready to be read as a server or an agent. */
export type RegistryDocument =
  | {
      readonly type: 'entry';
      readonly value: Values;
      /** Headers that held a placeholder for a token: whoever calls fills it in. */
      readonly placeholders: readonly string[];
      /** Headers with a value of their own that nobody should see in a file. */
      readonly secrets: readonly { readonly name: string; readonly header: string }[];
      /** Members that an entry has no place for. */
      readonly lost: readonly string[];
    }
  | { readonly type: 'other'; readonly text: string; readonly hint: string };

/** Reads a document in a registry's own form. */
export type ReadRegistryDocument = (value: Values) => RegistryDocument;
