// Imported first by every command: an old Node gets a sentence here instead of a syntax error later.
const [major] = process.versions.node.split('.');

if (Number(major) < 20) {
  console.error(
    `This project needs Node 20 or newer and this is Node ${process.versions.node}: install a newer one from https://nodejs.org/ and run the command again.`,
  );
  process.exit(1);
}
