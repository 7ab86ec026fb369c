import { compareTexts } from '../../model/compare-texts.ts';
/**
 * Reads fields of an AWS answer that the SDK did not check: what is absent, of another type or beyond what an entry file
 * may hold is noted as a fault, and the value is then not to be used.
 */
export interface FieldReader {
  /** One line for each fault: `name: expected …, met …`. */
  readonly faults: readonly string[];
  /** A text that must be there. */
  required(name: string, value: unknown, most: number): string;
  /** A text that may be absent; an empty one says nothing and counts as absent. */
  optional(name: string, value: unknown, most: number): string | undefined;
  /** Texts, sorted, each once; absent or empty: undefined. */
  texts(name: string, value: unknown, limits: { readonly most: number; readonly length: number }): string[] | undefined;
  /** A structure that may be absent; anything else than keys and values is a fault. */
  structure<Value extends object>(name: string, value: Value | undefined): Value | undefined;
  fault(text: string): void;
}

const described = (value: unknown): string =>
  value === undefined || value === null ? 'nothing' : Array.isArray(value) ? 'a list' : `a ${typeof value}`;

export const createFieldReader = (): FieldReader => {
  const faults: string[] = [];
  const fault = (text: string): void => {
    faults.push(text);
  };
  const bounded = (name: string, text: string, most: number): string => {
    // Code points, as JSON Schema counts.
    if (text.length > most && [...text].length > most) fault(`${name}: expected at most ${most} characters, met more`);
    return text;
  };
  return {
    faults,
    fault,
    required: (name, value, most) => {
      if (typeof value === 'string' && value !== '') return bounded(name, value, most);
      fault(`${name}: expected a text, met ${value === '' ? 'an empty one' : described(value)}`);
      return '';
    },
    optional: (name, value, most) => {
      if (value === undefined || value === null || value === '') return undefined;
      if (typeof value === 'string') return bounded(name, value, most);
      fault(`${name}: expected a text, met ${described(value)}`);
      return undefined;
    },
    structure: (name, value) => {
      // The type is what the service model promises: the answer may hold anything.
      if (value === undefined || value === null) return undefined;
      if (typeof value === 'object' && !Array.isArray(value)) return value;
      fault(`${name}: expected keys and values, met ${described(value)}`);
      return undefined;
    },
    texts: (name, value, { most, length }) => {
      if (value === undefined || value === null) return undefined;
      if (!Array.isArray(value)) {
        fault(`${name}: expected a list, met ${described(value)}`);
        return undefined;
      }
      if (value.length > most) fault(`${name}: expected at most ${most} items, met ${value.length}`);
      const texts: string[] = [];
      for (const item of value) {
        if (typeof item === 'string' && item !== '') texts.push(bounded(name, item, length));
        else fault(`${name}: expected texts, met ${item === '' ? 'an empty one' : described(item)}`);
      }
      return texts.length === 0 ? undefined : [...new Set(texts)].sort(compareTexts);
    },
  };
};
