// Loaded into a measured process before anything else: on its way out it leaves what it has used where the benchmark finds it.
const { appendFileSync } = require('node:fs');
const { isMainThread } = require('node:worker_threads');

if (isMainThread && process.env.BENCH_USAGE !== undefined) {
  const file = process.env.BENCH_USAGE;
  // Processes that it starts itself are part of it.
  process.on('exit', () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    appendFileSync(file, `${JSON.stringify({ cpu: (userCPUTime + systemCPUTime) / 1_000, peak: maxRSS / 1_024 })}\n`);
  });
}
