import { constants, createPrivateKey, privateDecrypt } from "node:crypto";
import type { RsaDecrypter } from "../app.ts";

/** OpenSSL without its padding: what it does with padding differs from version to version, and some of it can be told apart by time. */
export const rsa: RsaDecrypter = {
  decrypt(privateKey, ciphertext) {
    const key = createPrivateKey({ key: Buffer.from(privateKey), format: "der", type: "pkcs8" });
    try {
      return privateDecrypt({ key, padding: constants.RSA_NO_PADDING }, ciphertext);
    } catch {
      // Not as long as the modulus, or a number beyond it: no ciphertext, which the sender can see too.
      return undefined;
    }
  },
};
