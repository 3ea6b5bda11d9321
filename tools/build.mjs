// `npm run build`: every published package into its dist, as `pnpm pack` ships it.
import "./node-version.mjs";

const started = performance.now();
const { buildPackages } = await import("./packages/build.ts");
await buildPackages();
console.log(`Built in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
