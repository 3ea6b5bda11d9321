import { expect } from "@playwright/test";
import type { Mail, ServerCalls } from "../server.ts";

/** The messages with a code; notices (S-28) come when they come. */
const codesTo = async (server: ServerCalls, address: string): Promise<readonly Mail[]> => (await server.mails(address)).filter(({ code }) => code !== undefined);

/** The person's inbox: a real SMTP server behind the login server, and the phone's messages. */
export const mail = (server: ServerCalls) => ({
  async countMails(address: string): Promise<number> {
    return (await codesTo(server, address)).length;
  },
  /** The code in the newest mail; waits for `mails` of them to be there. */
  async readCode(address: string, mails = 1): Promise<string> {
    await expect.poll(async () => (await codesTo(server, address)).length, { message: `mails to ${address}` }).toBe(mails);
    const [newest] = await codesTo(server, address);
    if (newest?.code === undefined) throw new Error(`The newest mail to ${address} holds no code.`);
    return newest.code;
  },
  /** The code of the newest message, once there are more than `before`. */
  async newestCode(address: string, before: number): Promise<string> {
    await expect.poll(async () => (await codesTo(server, address)).length, { message: `messages to ${address}` }).toBeGreaterThan(before);
    return (await codesTo(server, address))[0]?.code ?? "";
  },
});
