/** The built playground's port; not the one of `npm start`, so that both can run. */
export const pagePort = 4187;
export const pageOrigin = `http://127.0.0.1:${pagePort}`;

/** The pages of e2e/hosts. */
export const hostsPort = 4188;
export const hostsOrigin = `http://127.0.0.1:${hostsPort}`;
