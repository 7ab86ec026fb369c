/** Runs the command line in this process and tells its parent how long it took and how much memory it needed. The parent may say which one. */
const started = performance.now();
process.on('exit', () => {
  process.send?.({
    seconds: (performance.now() - started) / 1000,
    megabytes: process.resourceUsage().maxRSS / 1024,
    exitCode: process.exitCode,
  });
});
await import(process.env['BENCH_CLI'] ?? '../src/cli.ts');
