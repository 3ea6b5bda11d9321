// `npm start`: the mock server and the playground, until Ctrl-C. `--watch` starts the server anew when its files change.
import "./node-version.mjs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { answers, freePort, startNode } from "./processes.mjs";

const refuse = (sentence) => {
  console.error(sentence);
  process.exit(1);
};

const root = join(import.meta.dirname, "..");
const watch = process.argv.includes("--watch");
const running = [];
let stopping = false;

/** Ends what was started, newest first, and then this process. */
const stop = async (code) => {
  if (stopping) return;
  stopping = true;
  for (const { stop: end } of running.toReversed()) await end();
  process.exit(code);
};
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => void stop(0));

// npm that is ended by a signal does not pass it on: whoever lost its parent stops too, or the ports would stay taken.
const parent = process.ppid;
setInterval(() => process.ppid !== parent && void stop(0), 500).unref();

const start = (args, options) => {
  const child = startNode(args, options);
  running.push(child);
  // Whatever ends by itself takes the rest with it; it has said why on stderr.
  void child.ended.then(() => stop(1));
  return child;
};

/** The address the server listens on, once it does. Watched, it keeps its port over restarts and a first start that fails is the end. */
const startServer = async (origins) => {
  const wanted = process.env.PORT || "4600";
  const env = {
    PORT: watch && wanted === "0" ? String(await freePort(0)) : wanted,
    ALLOWED_ORIGINS: process.env.ALLOWED_ORIGINS || origins.join(","),
    LOG_LEVEL: process.env.LOG_LEVEL || "warn",
  };
  const args = [...(watch ? ["--watch", "--watch-preserve-output"] : []), join("apps", "mock-server", "src", "node.ts")];
  const { promise, resolve } = Promise.withResolvers();
  let listening = false;
  const onLine = (line) => {
    const [, url] = /^listening (http:\/\/\S+)$/.exec(line) ?? [];
    if (url) resolve(url);
    else if (!listening && line.startsWith("Failed running")) void stop(1);
    else console.log(line);
    listening ||= url !== undefined;
  };
  start(args, { cwd: root, env, onLine });
  return promise;
};

const startPlayground = async (port, serverUrl) => {
  const vite = join(createRequire(join(root, "package.json")).resolve("vite/package.json"), "..", "bin", "vite.js");
  const args = [vite, "--host", "127.0.0.1", "--port", String(port), "--strictPort", "--logLevel", "warn", "--clearScreen", "false"];
  start(args, { cwd: join(root, "apps", "playground"), env: { VITE_GUARD_SERVER: serverUrl }, onLine: (line) => console.log(line) });
  const url = `http://127.0.0.1:${port}/`;
  await answers(url, 60_000);
  return url;
};

/** As apps/mock-server/src/development/data.ts has them; a test compares. */
const users = [
  ["email-user", "a code comes by e-mail, by itself"],
  ["new-user", "has nothing bound and binds a method first"],
  ["all-factors", "has e-mail, phone and authenticator app, as tabs"],
  ["phone-user", "a code comes by SMS, by itself"],
  ["totp-user", "has an authenticator app and a recovery code"],
  ["locked-user", "is locked for an hour"],
  ["bypassed-user", "is asked for the password alone"],
  ["admin", "is the administrator, with a bound e-mail address"],
];

const summary = (playgroundUrl, serverUrl) => {
  const rows = users.map(([name = "", what]) => `    ${name.padEnd(15)} ${what}`);
  return [
    "",
    `  Playground  ${playgroundUrl}`,
    `  Server      ${serverUrl}`,
    `  Inbox       ${serverUrl}/dev/outbox (mail and SMS)`,
    `  App codes   ${serverUrl}/dev/totp?user=totp-user`,
    "",
    "  Users, all with the password  Guard-demo-2026!",
    ...rows,
    "",
    "  Ctrl-C stops both.",
    "",
  ].join("\n");
};

const wanted = Number(process.env.PLAYGROUND_PORT || 5173);
const port = await freePort(wanted);
if (port === undefined) refuse(`Port ${wanted} is taken, so the playground can't start; set PLAYGROUND_PORT to a free one.`);
try {
  const serverUrl = await startServer([`http://127.0.0.1:${port}`, `http://localhost:${port}`]);
  console.log(summary(await startPlayground(port, serverUrl), serverUrl));
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  await stop(1);
}
