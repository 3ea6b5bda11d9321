import { join } from "node:path";
import tailwind from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { hostsPort } from "../address.ts";

const here = import.meta.dirname;

/** Pages of hosts: other people's stylesheets, a strict policy, a server that renders. Not part of the playground's build. */
export default defineConfig({
  root: here,
  plugins: [tailwind(), react()],
  preview: { host: "127.0.0.1", port: hostsPort, strictPort: true },
  build: {
    target: "es2023",
    outDir: join(here, "../../.vite/hosts"),
    emptyOutDir: true,
    // A development build is large, and nobody downloads it.
    chunkSizeWarningLimit: 2_000,
    rolldownOptions: { input: ["index"].map((page) => join(here, `${page}.html`)) },
  },
});
