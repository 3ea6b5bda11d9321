/** The built playground's port; not the one of `npm start`, so that both can run; two clones at once each set GUARD_E2E_PORT (the pages of e2e/hosts take the next one). */
export const pagePort = Number(process.env["GUARD_E2E_PORT"] ?? 4187);
export const pageOrigin = `http://127.0.0.1:${pagePort}`;

/** The pages of e2e/hosts. */
export const hostsPort = pagePort + 1;
export const hostsOrigin = `http://127.0.0.1:${hostsPort}`;
