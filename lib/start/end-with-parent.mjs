// Loaded first of all by what main.ts spawns: main.ts that is killed tells nobody, but its channel
// closes.
process.once("disconnect", () => {
  process.kill(process.pid, "SIGTERM");
  setTimeout(() => process.exit(1), 12_000).unref();
});
