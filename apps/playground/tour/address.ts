/** Ports of the tour's own server and page, so that it runs beside `npm start` and `npm test`. */
export const serverPort = Number(process.env["GUARD_TOUR_PORT"] ?? 4710);
export const pagePort = serverPort + 1;
export const pageOrigin = `http://127.0.0.1:${pagePort}`;
export const serverOrigin = `http://127.0.0.1:${serverPort}`;
