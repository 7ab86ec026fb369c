/** Runs the command line in this process and tells its parent how much memory it needed. The parent says which one. */
process.on('exit', () => {
  process.send?.({ megabytes: process.resourceUsage().maxRSS / 1024, exitCode: process.exitCode ?? 0 });
});
await import(process.env['BENCH_CLI'] ?? '../src/cli.ts');
