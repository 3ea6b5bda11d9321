import { expect } from "@playwright/test";
import type { Server } from "../server.ts";

/** The person's inbox: a real SMTP server behind the login server. */
export const mail = (server: Server) => ({
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
});
