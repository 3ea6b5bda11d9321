import { describeStore } from "../testing/store-suite.ts";
import { openSqlJsStore } from "./sqljs-store.ts";
import { bundledWasmUrl } from "./wasm-url.ts";

describeStore("sql.js in Chromium", () => openSqlJsStore(bundledWasmUrl()));
