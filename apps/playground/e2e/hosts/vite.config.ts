import { join } from "node:path";
import tailwind from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { hostsPort } from "../address.ts";

const here = import.meta.dirname;
const built = join(here, "../../.vite");

/** Pages of hosts: other people's stylesheets, a strict policy, a server that renders. Not part of the playground's build. */
export default defineConfig(({ isSsrBuild = false }) => ({
  root: here,
  plugins: [tailwind(), react()],
  // Our packages and what they bring, in one file: it runs from a folder that has no node_modules of theirs.
  ssr: { noExternal: true, external: ["react", "react-dom"] },
  preview: { host: "127.0.0.1", port: hostsPort, strictPort: true },
  build: {
    target: "es2023",
    outDir: join(built, isSsrBuild ? "hosts-server" : "hosts"),
    emptyOutDir: true,
    // A development build is large, and nobody downloads it.
    chunkSizeWarningLimit: 2_000,
    rolldownOptions: { input: isSsrBuild ? join(here, "login-server.tsx") : ["index", "login", "mounts"].map((page) => join(here, `${page}.html`)) },
  },
}));
