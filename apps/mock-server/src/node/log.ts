import { pino } from "pino";
import type { ServerConfig } from "./config.ts";

export interface Log {
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
  /** Writes out what is still held. */
  flush(): void;
}

/**
 * The log, as JSON lines on stderr. It is told methods, paths, statuses and reasons; never a body, a header, a code, a
 * password or a token (S-15). The redacted names are the second net, for a careless line written later.
 */
export function createLog(level: ServerConfig["logLevel"]): Log {
  const secrets = ["authorization", "cookie", "password", "code", "token", "secret"];
  const redact = secrets.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]);
  const stderr = pino.destination({ fd: 2, sync: true });
  const logger = pino({ level, redact, base: null }, stderr);
  return {
    info: (facts, message) => logger.info(facts, message),
    warn: (facts, message) => logger.warn(facts, message),
    error: (facts, message) => logger.error(facts, message),
    flush: () => stderr.flushSync(),
  };
}
