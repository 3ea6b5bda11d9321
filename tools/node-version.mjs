// One sentence for a Node that is too old; imported first, so that it speaks before anything else can fail.
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);

if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `Guard needs Node 22.18 or newer and this is ${process.versions.node}. On Linux "npm start" and "npm test" bring their own; elsewhere install Node 24 from nodejs.org.`,
  );
  process.exit(1);
}
