// The checks that need no run of our code: types under each room's own compiler settings, lint with the walls, dead code.

/** name -> command, in the order in which they fail fastest. */
export const checks = [
  { name: "types", command: ["tsc", "-p", "tsconfig.json"] },
  { name: "types: contract is platform-free", command: ["tsc", "-p", "packages/contract/tsconfig.neutral.json"] },
  { name: "types: the flow has no platform", command: ["tsc", "-p", "packages/machine/tsconfig.flow.json"] },
  { name: "types: the server's app has no Node", command: ["tsc", "-p", "apps/mock-server/tsconfig.app.json"] },
  // Next's types change what every program that sees them takes for `process.env`.
  { name: "types: the Next.js recipe", command: ["tsc", "-p", "apps/recipes/src/next/tsconfig.json"] },
  { name: "lint and walls", command: ["oxlint", "--type-aware", "--deny-warnings"] },
  { name: "dead code", command: ["knip", "--no-progress"] },
];
