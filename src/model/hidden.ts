/** A text that no output shows: printing, inspecting or JSON give `(hidden)`. */
export interface Hidden {
  readonly reveal: () => string;
  readonly toJSON: () => string;
}

/** Wraps a text so that only `reveal` gives it back. */
export const hide = (text: string): Hidden => ({ reveal: () => text, toJSON: () => '(hidden)' });
