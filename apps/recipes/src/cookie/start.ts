import { guardServerOf } from "../guard-server.ts";
import { createSite } from "./server.ts";

createSite(guardServerOf(process.env)).listen(Number(process.env["PORT"] ?? 3000), "127.0.0.1");
