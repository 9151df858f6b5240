// Loaded into a measured server before anything else: says what the process has used when it is asked.
process.on('message', () => {
  const { user, system } = process.cpuUsage();
  process.send({ cpu: (user + system) / 1_000, rss: process.memoryUsage.rss() / 2 ** 20 });
});
