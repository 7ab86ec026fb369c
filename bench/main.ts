/** `npm run bench -- <name>`: measures on the sandbox, as ratios within one run, and fails where a bound is not held. */
type Print = (line: string) => void;

const BENCHMARKS: Readonly<Record<string, () => Promise<(print: Print) => Promise<boolean>>>> = {
  scan: async () => (await import('./scan.ts')).benchmarkScan,
  apply: async () => (await import('./apply.ts')).benchmarkApply,
  refresh: async () => (await import('./refresh.ts')).benchmarkRefresh,
  verify: async () => (await import('./verify.ts')).benchmarkVerify,
  surface: async () => (await import('./surface.ts')).benchmarkSurface,
  site: async () => (await import('./site.ts')).benchmarkSite,
};

const [name = ''] = process.argv.slice(2);
const load = BENCHMARKS[name];
if (load === undefined) {
  process.stderr.write(`npm run bench -- ${Object.keys(BENCHMARKS).join('|')}\n`);
  process.exitCode = 64;
} else {
  const held = await (await load())((line) => void process.stdout.write(`${line}\n`));
  process.exitCode = held ? 0 : 1;
}
