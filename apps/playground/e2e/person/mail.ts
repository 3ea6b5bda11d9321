import { expect } from "@playwright/test";
import type { ServerCalls } from "../server.ts";

/** The person's inbox: a real SMTP server behind the login server. */
export const mail = (server: ServerCalls) => ({
  async countMails(address: string): Promise<number> {
    return (await server.mails(address)).length;
  },
  /** The code in the newest mail; waits for `mails` of them to be there. */
  async readCode(address: string, mails = 1): Promise<string> {
    await expect.poll(async () => (await server.mails(address)).length, { message: `mails to ${address}` }).toBe(mails);
    const [newest] = await server.mails(address);
    if (newest?.code === undefined) throw new Error(`The newest mail to ${address} holds no code.`);
    return newest.code;
  },
  /** The code of the newest message, once there are more than `before`. */
  async newestCode(address: string, before: number): Promise<string> {
    await expect.poll(async () => (await server.mails(address)).length, { message: `messages to ${address}` }).toBeGreaterThan(before);
    return (await server.mails(address))[0]?.code ?? "";
  },
});
