import { guardServerOf } from "../guard-server.ts";
import { createBackend } from "./server.ts";

createBackend(guardServerOf(process.env)).listen(Number(process.env["PORT"] ?? 3000), "127.0.0.1");
