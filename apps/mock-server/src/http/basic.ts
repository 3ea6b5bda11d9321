/** An application's backend, as it says who it is (RFC 7617). */
export interface AppCredentials {
  readonly app: string;
  readonly secret: string;
}

/** Reads `Authorization: Basic`. The application's id holds no colon; its secret may. */
export function readBasic(authorization: string | null): AppCredentials | undefined {
  const encoded = /^Basic ([A-Za-z0-9+/]{1,2048}={0,2})$/i.exec(authorization ?? "")?.[1];
  const text = encoded === undefined ? undefined : decode(encoded);
  const [, app, secret] = /^([^:\0]{1,256}):([^\0]{1,512})$/.exec(text ?? "") ?? [];
  return app === undefined || secret === undefined ? undefined : { app, secret };
}

function decode(encoded: string): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(Uint8Array.from(atob(encoded), (character) => character.charCodeAt(0)));
  } catch {
    // No base64 or no UTF-8: whoever sent it knows no secret.
    return undefined;
  }
}
