/** Who decided about a field of a registration. */
export type FieldOrigin = 'entry' | 'source' | 'configuration' | 'default';

/** One field of a registration as it will be sent, and where it comes from. Secret values are only named. */
export type ShownField = {
  readonly field: string;
  readonly from: FieldOrigin;
  /** Rows of the configuration's defaults that decided, as `file:line`. */
  readonly rows?: readonly string[];
} & ({ readonly value: unknown } | { readonly secret: true });

/** One registration that an entry gives: the entry's own, or that of one of its named endpoints. */
export interface Shown {
  readonly path: string;
  readonly type: 'server' | 'agent';
  readonly file: string;
  readonly endpoint?: string;
  readonly fields: readonly ShownField[];
}
