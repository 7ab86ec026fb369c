/** A text as it may be read: its characters, and where each of them begins and ends in the text itself. */
interface View {
  readonly text: string;
  readonly begins: readonly number[];
  readonly ends: readonly number[];
}

/** A part of a text that tells a secret. */
type Range = readonly [begin: number, end: number];

/** Characters that a reader puts together again: blanks, line ends, what is invisible, and signs between bytes. */
const BETWEEN = /[\s\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

const squeezed = (text: string): View => {
  const view: { text: string; begins: number[]; ends: number[] } = { text: '', begins: [], ends: [] };
  const kept: string[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character > '~' || character < '!' ? BETWEEN.test(character) : false) continue;
    kept.push(character);
    view.begins.push(at);
    view.ends.push(at + 1);
  }
  return { ...view, text: kept.join('') };
};

const ESCAPE =
  /%([0-9a-f]{2})|\\u00([0-9a-f]{2})|\\x([0-9a-f]{2})|&#x0*([0-9a-f]{2});|&#0*(\d{2,3});|\\(["'\\/])|\\[nrt]/gi;

/** What a URL, JSON, a program's string or HTML would give. */
const unescaped = (from: View): View | undefined => {
  const parts: string[] = [];
  const begins: number[] = [];
  const ends: number[] = [];
  let last = 0;
  const copy = (to: number): void => {
    parts.push(from.text.slice(last, to));
    for (let at = last; at < to; at += 1) {
      begins.push(from.begins[at] ?? 0);
      ends.push(from.ends[at] ?? 0);
    }
  };
  for (const match of from.text.matchAll(ESCAPE)) {
    copy(match.index);
    const [whole, url, json, program, html, decimal, plain] = match;
    const hex = url ?? json ?? program ?? html;
    last = match.index + whole.length;
    // A line end, written: what stands on both sides is read as one.
    if ((plain ?? decimal ?? hex) === undefined) continue;
    parts.push(plain ?? String.fromCharCode(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)));
    begins.push(from.begins[match.index] ?? 0);
    ends.push(from.ends[last - 1] ?? 0);
  }
  if (last === 0) return undefined;
  copy(from.text.length);
  return { text: parts.join(''), begins, ends };
};

/** Characters that are compared at once, and how far apart such pieces lie in a secret: each longer run holds one of them. */
interface Grain {
  readonly length: number;
  readonly stride: number;
}

/** For a message of a stranger: a dozen characters of a secret in a row are found. */
export const FINE: Grain = { length: 8, stride: 4 };
/** For data, in which ordinary words must stay: two dozen are found. */
export const COARSE: Grain = { length: 16, stride: 8 };

interface Piece {
  readonly secret: string;
  readonly at: number;
}

interface Pieces {
  readonly grain: Grain;
  readonly known: ReadonlyMap<string, Piece>;
  /** Which first two characters a piece has: nearly all of a text is passed by that alone. */
  readonly starts: Uint8Array;
}

const startAt = (text: string, at: number): number => ((text.charCodeAt(at) << 7) ^ text.charCodeAt(at + 1)) & 0x3fff;

/** The bytes of a text, a character each: encodings are of bytes. */
const bytesOf = (text: string): string => Buffer.from(text, 'utf8').toString('latin1');

const piecesOf = (secrets: readonly string[], grain: Grain): Pieces => {
  const known = new Map<string, Piece>();
  for (const text of secrets) {
    const secret = squeezed(text).text;
    for (const spelled of new Set([secret, bytesOf(secret)])) {
      for (let at = 0; at + grain.length <= spelled.length; at += grain.stride) {
        known.set(spelled.slice(at, at + grain.length), { secret: spelled, at });
      }
    }
  }
  const starts = new Uint8Array(0x4000);
  for (const piece of known.keys()) starts[startAt(piece, 0)] = 1;
  return { grain, known, starts };
};

/** Runs of a text that stand in a secret, as positions of that text. */
const runsIn = (text: string, { grain, known, starts }: Pieces): readonly Range[] => {
  const runs: Range[] = [];
  let told = 0;
  for (let at = 0; at + grain.length <= text.length; at += 1) {
    if (starts[startAt(text, at)] === 0) continue;
    const piece = at + grain.length > told ? known.get(text.slice(at, at + grain.length)) : undefined;
    if (piece === undefined) continue;
    let [begin, end, left, right] = [at, at + grain.length, piece.at, piece.at + grain.length];
    while (begin > told && left > 0 && text[begin - 1] === piece.secret[left - 1])
      [begin, left] = [begin - 1, left - 1];
    while (end < text.length && right < piece.secret.length && text[end] === piece.secret[right]) {
      [end, right] = [end + 1, right + 1];
    }
    runs.push([begin, end]);
    told = end;
  }
  return runs;
};

const BASE64 = /[A-Za-z0-9+/_-]{8,}={0,2}/g;
const HEX = /(?:[0-9a-f]{2}[:,-]?){8,}/gi;

/** What encoded characters stand for, and which of them a part of that comes from. */
interface Decoded {
  readonly text: string;
  readonly from: (range: Range) => Range;
}

/** What a run of base64 or hexadecimal digits may stand for, whatever it was cut from. */
const decodings = (run: string, kind: 'base64' | 'hex'): readonly Decoded[] => {
  if (kind === 'hex') {
    const digits = run.replace(/[:,-]/g, '');
    const whole = (): Range => [0, run.length];
    return [digits, digits.slice(1)].map((text) => ({
      text: Buffer.from(text, 'hex').toString('latin1'),
      from: whole,
    }));
  }
  return [0, 1, 2, 3].map((offset) => ({
    text: Buffer.from(run.slice(offset), 'base64').toString('latin1'),
    from: ([begin, end]) => [offset + Math.floor((begin * 4) / 3), offset + Math.ceil((end * 4) / 3)],
  }));
};

/** Encoded in an encoding: twice, and no further. */
const DEPTH = 2;

/** Ranges of a text that tell a secret, as it is or through `depth` encodings. */
const rangesIn = (text: string, pieces: Pieces, depth: number): readonly Range[] => [
  ...runsIn(text, pieces),
  ...(depth === 0 ? [] : encodedIn(text, pieces, depth)),
];

const encodedIn = (text: string, pieces: Pieces, depth: number): readonly Range[] =>
  (['base64', 'hex'] as const).flatMap((kind) =>
    [...text.matchAll(kind === 'hex' ? HEX : BASE64)].flatMap(({ index, 0: run }) =>
      decodings(run, kind).flatMap((decoded) =>
        rangesIn(decoded.text, pieces, depth - 1).map((range): Range => {
          const [begin, end] = decoded.from(range);
          return [index + begin, index + end];
        }),
      ),
    ),
  );

const replaced = (text: string, ranges: readonly Range[]): string => {
  const sorted = ranges.toSorted(([left], [right]) => left - right);
  const parts: string[] = [];
  let last = 0;
  for (const [begin, end] of sorted) {
    if (end <= last) continue;
    if (begin >= last) parts.push(text.slice(last, begin), '***');
    last = end;
  }
  return [...parts, text.slice(last)].join('');
};

/**
 * Replaces every part of a text that tells a secret by `***`: the secret itself, and runs of it (halves, tails) as long as
 * the grain finds, with blanks or invisible characters between, escaped, in base64 or hexadecimal, encoded twice. Time
 * grows with the text, whatever it holds.
 */
export const hidePieces = (text: string, secrets: readonly string[], grain: Grain): string =>
  secrets.length === 0 ? text : hideKnown(text, piecesOf(secrets, grain));

/** A text as it stands, and with its escapes undone, and those that come to light then. */
const readings = (text: string): readonly View[] => {
  const views = [squeezed(text)];
  for (let last = views[0]; last !== undefined && views.length <= DEPTH; last = views.at(-1)) {
    const next = unescaped(last);
    if (next === undefined) break;
    views.push(next);
  }
  return views;
};

const tellingRanges = (text: string, pieces: Pieces): readonly Range[] => {
  if (pieces.known.size === 0) return [];
  return readings(text).flatMap((view) =>
    rangesIn(view.text, pieces, DEPTH).map(
      ([begin, end]): Range => [view.begins[begin] ?? 0, view.ends[end - 1] ?? text.length],
    ),
  );
};

const hideKnown = (text: string, pieces: Pieces): string => {
  const ranges = tellingRanges(text, pieces);
  return ranges.length === 0 ? text : replaced(text, ranges);
};

/**
 * Says of texts whether they tell a secret: whole, or what `hidePieces` would hide, forwards or backwards. For many texts and
 * the same secrets: these are prepared once.
 */
export const createTeller = (secrets: readonly string[], grain: Grain): ((text: string) => boolean) => {
  const backwards = secrets.map((secret) => [...secret].toReversed().join(''));
  const all = [...secrets, ...backwards];
  const pieces = piecesOf(all, grain);
  return (text) => all.some((secret) => text.includes(secret)) || tellingRanges(text, pieces).length > 0;
};

/** Secrets of a run, and what hides them in texts that come from outside. */
export interface Hider {
  /** False where it is known already, or nothing. */
  readonly add: (secret: string) => boolean;
  readonly hide: (text: string) => string;
}

/** Collects the secrets of a run. Whole ones are hidden whatever their length, parts of them as far as the coarse grain finds. */
export const createHider = (): Hider => {
  const secrets = new Set<string>();
  let pieces: Pieces | undefined;
  return {
    add: (secret) => {
      if (secret === '' || secrets.has(secret)) return false;
      secrets.add(secret);
      pieces = undefined;
      return true;
    },
    hide: (text) => {
      pieces ??= piecesOf([...secrets], COARSE);
      const whole = [...secrets].reduce((rest, secret) => rest.replaceAll(secret, '***'), text);
      return hideKnown(whole, pieces);
    },
  };
};
