import type { Store } from "../../app.ts";
import { ann, bob } from "../../testing/faces.ts";
import { otherThan } from "../../testing/login.ts";
import { CHALLENGES, putEverybody, type Everybody } from "./bound-everywhere.ts";
import { appCode } from "./people.ts";
import { post, postPicture, SECRET, type Reply } from "./process.ts";
import type { Call, Came, Schedule } from "./schedules.ts";

/** Where a schedule runs. */
export interface Stage {
  readonly store: Store;
  /** The addresses of both servers. */
  readonly urls: readonly string[];
  /** The code that was mailed to an address. */
  readonly mailed: (to: string) => string;
}

/** The codes that are right, in each application. */
type Right = readonly Readonly<Record<"email" | "sms" | "totp" | "recovery", string>>[];

const codeOf = ({ status, body }: Reply): string => (typeof body["code"] === "string" ? body["code"] : String(status));

/** Runs a schedule with somebody new, and looks what became of them. */
export async function runSchedule(stage: Stage, schedule: Schedule, run: number): Promise<Came> {
  const who = await putEverybody(stage.store, SECRET, `schedule-${run}`, run);
  const right = await askForCodes(stage, who, schedule, run);
  await stage.store.db.updateTable("account").set({ failures: schedule.failures, total: schedule.total }).where("id", "=", who.id).execute();
  const codes: string[] = [];
  for (const wave of schedule.waves) codes.push(...(await Promise.all(wave.map((call) => make(stage, who, right, call)))).map(codeOf));
  const account = await stage.store.db.selectFrom("account").select(["failures", "total", "lockedUntil", "closedAt"]).where("id", "=", who.id).executeTakeFirstOrThrow();
  const sessions = await stage.store.db.selectFrom("session").select("id").where("accountId", "=", who.id).execute();
  return { codes, sessions: sessions.length, account };
}

/** Has those sent that the schedule brings. From a network of its own, or the limit of S-32 would end a long series. */
async function askForCodes({ urls: [url = ""], mailed }: Stage, who: Everybody, { waves }: Schedule, run: number): Promise<Right> {
  const brought = new Set(waves.flat().filter(({ right }) => right).map(({ by, app }) => `${by} ${app}`));
  const options = (app: number) => ({ token: tokenOf(who, app, 0), ip: `2001:db8:${run.toString(16)}::1` });
  const sent = async (factor: "email" | "sms", app: number, read: () => string | Promise<string>): Promise<string> => {
    if (!brought.has(`${factor} ${app}`)) return "000000";
    await post(url, "/challenge/send", { factor, trigger: "auto" }, options(app));
    return read();
  };
  return Promise.all(
    who.targets.map(async ({ email, sms }, app) => ({
      email: await sent("email", app, () => mailed(email)),
      sms: await sent("sms", app, () => texted(url, sms)),
      totp: appCode(),
      recovery: who.recovery,
    })),
  );
}

/** The code in the SMS that a server keeps for whoever develops with it. */
async function texted(url: string, to: string): Promise<string> {
  const { messages } = (await (await fetch(`${url}/dev/outbox?to=${encodeURIComponent(to)}`)).json()) as { messages: { code?: string }[] };
  return messages[0]?.code ?? "";
}

const tokenOf = ({ tokens }: Everybody, app: number, challenge: number): string => tokens[app * CHALLENGES + challenge] ?? "";

const wrongFor = { email: otherThan, sms: otherThan, totp: (code: string) => otherThan(otherThan(otherThan(code))), recovery: () => "0".repeat(25) };

function make({ urls }: Stage, who: Everybody, right: Right, call: Call): Promise<Reply> {
  const [url, token] = [urls[call.server] ?? "", tokenOf(who, call.app, call.challenge)];
  // No picture is taken twice (S-56), so each call brings another one.
  if (call.by === "face") return postPicture(url, "/challenge/face", call.right ? ann() : bob(), { token });
  const code = right[call.app]?.[call.by] ?? "";
  const typed = call.right ? code : wrongFor[call.by](code);
  if (call.by === "recovery") return post(url, "/challenge/recovery", { code: typed }, { token });
  return post(url, "/challenge/verify", { factor: call.by, code: typed }, { token });
}
