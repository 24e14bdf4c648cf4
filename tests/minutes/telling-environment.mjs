// Loaded before everything else: says at length what the process was given of its environment, and ends it.
const words = `${'x'.repeat(5_000_000)} ${Object.keys(process.env).sort().join(',')}`;
await new Promise((resolve) => process.stderr.write(words, resolve));
process.exit(3);
