/**
 * The tool list that cisco-ai-mcp-scanner reads in static mode, and what it says of it: what `--raw` prints (a list), or
 * `--format raw` (the same list below `scan_results`). https://github.com/cisco-ai-defense/mcp-scanner
 */
import { isObject, parseJson } from '../model/json.ts';
import type { Problem } from '../model/problem.ts';
import { lockedJson, type ToolsLock } from '../model/tools-lock.ts';
import { cleaned } from '../net/masks.ts';
import type { Judged } from './verdict.ts';

/** One analyzer's word on one tool. */
interface Opinion {
  readonly analyzer: string;
  readonly severity: 'HIGH' | 'MEDIUM' | 'LOW' | 'UNKNOWN';
  readonly threats: readonly string[];
  readonly summary: string;
}

/** What the scanner says of one tool. */
export interface ScannedTool {
  readonly name: string;
  readonly opinions: readonly Opinion[];
}

const LONGEST = 200;
/** Threats of one analyzer that are named. */
const MOST_THREATS = 5;

/** A path of a registry holds no blank: what stands before the first one is the server. */
const SEPARATOR = ' ';

/** The tools of all servers in one list, each under the path of its server. Keys of `locks` are paths. */
export const scannerTools = (locks: ReadonlyMap<string, ToolsLock>): string => {
  const tools = [...locks].flatMap(([path, lock]) =>
    lock.tools.map((tool) => ({
      name: `${path}${SEPARATOR}${tool.name}`,
      ...(tool.description === undefined ? {} : { description: tool.description }),
      inputSchema: lockedJson(tool, 'inputSchema') ?? {},
    })),
  );
  return `${JSON.stringify({ tools }, null, 2)}\n`;
};

const SEVERITIES = ['HIGH', 'MEDIUM', 'LOW', 'UNKNOWN'] as const;

const opinionIn = ([analyzer, value]: readonly [string, unknown]): readonly Opinion[] | undefined => {
  if (!isObject(value)) return undefined;
  const { severity, threat_names: names = [], threat_summary: summary = '' } = value;
  if (severity === 'SAFE') return [];
  const known = SEVERITIES.find((one) => one === severity);
  if (known === undefined || !Array.isArray(names) || typeof summary !== 'string') return undefined;
  const threats = names.filter((name): name is string => typeof name === 'string');
  return [{ analyzer: analyzer.replace(/_analyzer$/, ''), severity: known, threats, summary }];
};

const toolIn = (value: unknown): readonly ScannedTool[] | undefined => {
  if (!isObject(value) || !isObject(value['findings'])) return undefined;
  const name = value['tool_name'];
  // Prompts and resources have names of other kinds: none of them is in the tool list.
  if (name === undefined) return [];
  if (typeof name !== 'string') return undefined;
  const opinions = Object.entries(value['findings']).map(opinionIn);
  if (opinions.includes(undefined)) return undefined;
  return [{ name, opinions: opinions.flatMap((each) => each ?? []) }];
};

/** What a file of the scanner says of tools; undefined where it has another form. */
export const readScanned = (text: string): readonly ScannedTool[] | undefined => {
  const value = parseJson(text);
  const list = isObject(value) ? value['scan_results'] : value;
  if (!Array.isArray(list)) return undefined;
  const tools = list.map(toolIn);
  return tools.includes(undefined) ? undefined : tools.flatMap((each) => each ?? []);
};

const SEVERITY = { HIGH: 'error', MEDIUM: 'warning', LOW: 'notice', UNKNOWN: 'notice' } as const satisfies Record<
  Opinion['severity'],
  Problem['severity']
>;

const opinionText = ({ analyzer, severity, threats, summary }: Opinion): string => {
  const by = `${cleaned(analyzer, 40)} of the scanner`;
  if (severity === 'UNKNOWN') return `${by} could not look at it: ${cleaned(summary, LONGEST)}`;
  const named = threats.slice(0, MOST_THREATS).map((threat) => cleaned(threat, 40).toLowerCase());
  const more = threats.length > MOST_THREATS ? ` and ${threats.length - MOST_THREATS} more` : '';
  return `${by} finds ${named.join(', ') || cleaned(summary, LONGEST)}${more} (${severity.toLowerCase()})`;
};

const HINT = 'Read what its lock says of the tool, and ask its owner.';

/** The tool that a name of the scanner's means: with its server before it, or of the one server that is asked. */
const meant = (name: string, locks: ReadonlyMap<string, ToolsLock>) => {
  const at = name.indexOf(SEPARATOR);
  const [only] = locks.size === 1 ? locks.keys() : [];
  return [
    { path: name.slice(0, Math.max(at, 0)), tool: name.slice(at + 1) },
    ...(only === undefined ? [] : [{ path: only, tool: name }]),
  ].find(({ path, tool }) => locks.get(path)?.tools.some((one) => one.name === tool));
};

/**
 * The scanner's words as findings, for tools that servers of this run have; what it says of anything else is counted and
 * told by one notice. Keys of `locks` are paths, as are those of `judged`.
 */
export const scannedProblems = (
  scanned: readonly ScannedTool[],
  { locks, judged }: { readonly locks: ReadonlyMap<string, ToolsLock>; readonly judged: ReadonlyMap<string, Judged> },
): readonly Problem[] => {
  let strange = 0;
  const problems = scanned.flatMap(({ name, opinions }): readonly Problem[] => {
    if (opinions.length === 0) return [];
    const of = meant(name, locks);
    const at = of === undefined ? undefined : judged.get(of.path);
    if (of === undefined || at === undefined) {
      strange += 1;
      return [];
    }
    return opinions.map((opinion) => ({
      rule: 'tool-scanner',
      severity: SEVERITY[opinion.severity],
      place: { file: at.file },
      subject: at.path,
      text: `${JSON.stringify(cleaned(of.tool, 100))}: ${opinionText(opinion)}.`,
      hint: HINT,
    }));
  });
  if (strange === 0) return problems;
  const text = `The scanner speaks of ${strange === 1 ? 'a tool' : `${strange} tools`} that no server of this run has.`;
  const hint = 'Scan the tools.json of a run of the same servers.';
  return [...problems, { rule: 'tool-scanner', severity: 'notice', subject: 'findings', text, hint }];
};
