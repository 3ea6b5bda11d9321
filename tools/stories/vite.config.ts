import { defineConfig } from "vite";

/** A plain server of files, without a page for what is not there. */
export default defineConfig({ appType: "mpa", preview: { host: "127.0.0.1", strictPort: true } });
