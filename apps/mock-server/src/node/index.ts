// Room: mock-server, the part for Node (subpath ./node): the app on SQLite, argon2, SMTP and a port.
export { readConfig, type ServerConfig } from "./config.ts";
export { startServer, type RunningServer, type StartOptions } from "./start-server.ts";
export { StartError } from "./start-error.ts";
