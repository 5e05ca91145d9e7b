// Runs one importer in a process of its own, so that what it prints, changes, or leaves running doesn't reach another.
// The parent sends a file and the exchanges; this sends back what the importer made of them, or the message of its error.
const [adapter] = process.argv.slice(2);

process.on("message", async ({ file, exchanges }) => {
  try {
    const { load } = await import(adapter);
    process.send({ loaded: await load(file, exchanges) });
  } catch (error) {
    process.send({ error: String(error?.message || error) });
  }
});
