import { once } from "node:events";
import { createServer, type AddressInfo, type Socket } from "node:net";

/** A reply line, or the words `hang` (nothing for ever) and `drop` (the connection ends). */
export type SmtpAnswer = string;

/** What the server says to each step; `end` answers the whole mail. */
export type SmtpScript = Record<"greeting" | "MAIL" | "RCPT" | "DATA" | "end", SmtpAnswer>;

export const willing: Readonly<SmtpScript> = { greeting: "220 hi", MAIL: "250 ok", RCPT: "250 ok", DATA: "354 go", end: "250 taken" };

export interface ScriptedSmtp {
  readonly smtpUrl: string;
  /** Read at each step, so that a test changes the server's mind. */
  readonly script: SmtpScript;
  /** The whole mails it was given, whatever it answered to them. */
  readonly mails: string[];
  close(): Promise<void>;
}

/** A mail server that answers each command as it is told: a line, nothing for ever, or by ending the connection. */
export async function openScriptedSmtp(changes: Partial<SmtpScript> = {}): Promise<ScriptedSmtp> {
  const script: SmtpScript = { ...willing, ...changes };
  const mails: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => {});
    converse(socket, script, mails);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const close = () =>
    new Promise<void>((resolve) => {
      for (const socket of sockets) socket.destroy();
      server.close(() => resolve());
    });
  return { smtpUrl: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}?ignoreTLS=true`, script, mails, close };
}

function converse(socket: Socket, script: SmtpScript, mails: string[]): void {
  let data: string | undefined;
  const reply = (answer: SmtpAnswer) => {
    if (answer === "drop") socket.destroy();
    else if (answer !== "hang") socket.write(`${answer}\r\n`);
  };
  reply(script.greeting);
  socket.on("data", (chunk) => {
    const line = chunk.toString();
    if (data !== undefined) {
      data += line;
      if (!data.includes("\r\n.\r\n")) return;
      mails.push(data);
      data = undefined;
      return reply(script.end);
    }
    if (line.startsWith("EHLO")) return reply("250 here");
    const command = (["MAIL", "RCPT", "DATA"] as const).find((name) => line.startsWith(name));
    if (command === "DATA" && script.DATA.startsWith("354")) data = "";
    return reply(command === undefined ? "221 bye" : script[command]);
  });
}
