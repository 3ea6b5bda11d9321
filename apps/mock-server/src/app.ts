import { createDomain } from "./domain.ts";
import { serve } from "./http/serve.ts";
import type { App, AppOptions } from "./http/serve.ts";
import type { Ports } from "./ports.ts";

// Room: mock-server. Everything here runs in Node and in a page alike; platforms come in through the ports.

export { verifyAudit } from "./audit/verify.ts";
export type { AuditBreak, AuditVerdict } from "./audit/verify.ts";
export { seedDevelopment } from "./development/seed.ts";
export type { DevelopmentTools, OutboxMessage } from "./http/development.ts";
export { issueApplicationSecret } from "./hosts/application-secret.ts";
export type { Connection } from "./http/routes.ts";
export type { App, AppOptions } from "./http/serve.ts";
export { Busy } from "./ports.ts";
export type { Clock, Config, FaceReading, FaceVerifier, Geo, Handover, Hasher, IdentitySource, Mail, Mailer, Picture, Ports, Random, RsaDecrypter, Sms, SmsSender, Store } from "./ports.ts";
export type { AuditHead } from "./store/audit-chain.ts";
export { migrate } from "./store/migrate.ts";
export type { Database } from "./store/schema.ts";
export { createSqliteDialect } from "./store/sqlite-dialect.ts";

/** Builds the server over its ports. It opens no port, file or timer; migrate the store before the first request. */
export function createApp(ports: Ports, options: AppOptions = {}): App {
  return serve(createDomain(ports, [], options.onFault), options);
}
