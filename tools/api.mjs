// `npm run api`: the committed report of each package's public surface, from a fresh build.
import "./node-version.mjs";

const { buildPackages } = await import("./packages/build.ts");
const { writeApiReports } = await import("./packages/write-api.ts");
await buildPackages();
writeApiReports();
console.log("Written: reports/*.api.md. Read the difference before you commit it.");
