// Loaded into a measured server before anything else: says what the process has used when it is asked.
const { setFlagsFromString } = require('node:v8');
const { runInNewContext } = require('node:vm');

process.on('message', (message) => {
  const { user, system } = process.cpuUsage();
  // What has died and is not yet collected comes and goes by tens of megabytes.
  if (message === 'collected') collect();
  process.send({ cpu: (user + system) / 1_000, rss: process.memoryUsage.rss() / 2 ** 20 });
});

function collect() {
  setFlagsFromString('--expose-gc');
  const gc = runInNewContext('gc');
  for (let round = 0; round < 3; round++) gc();
}
