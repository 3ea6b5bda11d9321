import type { ChallengeFactor } from "@guard/contract";
import type { SqliteDatabase } from "kysely";
import { utf8 } from "../crypto/encoding.ts";
import { seal } from "../crypto/seal.ts";
import { DEMO_RECOVERY_CODE } from "../development/data.ts";
import { ann, bob, fakeFaces, show } from "./faces.ts";
import { appCode, challengeOf, otherThan, recover, recoveryOf, signIn } from "./login.ts";
import { createRig } from "./rig.ts";
import type { Answer, Rig } from "./rig.ts";

export const FIVE = ["email", "sms", "totp", "recovery", "face"] as const satisfies readonly ChallengeFactor[];
export type OneOfFive = (typeof FIVE)[number];
export const TWO_APPS = ["demo", "demo-totp"] as const;
export type OneOfTwo = (typeof TWO_APPS)[number];

const WHO = "all-factors";

/** Somebody with every factor bound in two applications, seen through HTTP. Their face is Ann's; who is on a picture stands for its code. */
export class FiveFactors {
  readonly rig: Rig;
  #recovery = DEMO_RECOVERY_CODE;
  private constructor(rig: Rig) {
    this.rig = rig;
  }

  static async create(database: SqliteDatabase, numbers: object = {}): Promise<FiveFactors> {
    const rig = await createRig(database, { ports: { face: fakeFaces } });
    await rig.db.updateTable("application").set({ factors: '["email","sms","totp","face"]', numbers: JSON.stringify({ codesPerRecipientHour: 1000, codesPerRecipientDay: 1000, codesPerAddressHour: 10_000, ...numbers }) }).where("id", "in", TWO_APPS).execute();
    for (const scope of TWO_APPS) {
      const owner = { accountId: `demo-${WHO}`, bindingId: `face-${scope}` };
      const secret = await seal(await rig.domain.keys(), rig.ports.random, owner, utf8("0"));
      await rig.db.insertInto("binding").values({ id: owner.bindingId, accountId: owner.accountId, factor: "face", scope, target: null, secret, boundAt: 0 }).execute();
    }
    return new FiveFactors(rig);
  }

  signIn = (app: OneOfTwo, password?: string): Promise<Answer> => signIn(this.rig, app, WHO, password);

  open = async (app: OneOfTwo): Promise<string> => (await challengeOf(this.rig, app, WHO)).token;

  /** A code of this factor that is right now, or one that is not. What has to be sent to be right is sent. */
  async codeOf(factor: OneOfFive, right: boolean, token: string): Promise<string> {
    if (factor === "recovery") return right ? this.#recovery : "0".repeat(25);
    if (factor === "face") return right ? "Ann" : "Bob";
    if (factor === "totp") return right ? appCode(this.rig, WHO) : otherThan(otherThan(await appCode(this.rig, WHO)));
    if (!right) return otherThan(this.#lastSent(factor) ?? "000000");
    const sent = await this.rig.call("sendCode", { factor, trigger: "auto" }, { token });
    if (sent.status !== 200) throw new Error(`A code by ${factor} was not sent: ${JSON.stringify(sent.body)}`);
    return this.#lastSent(factor) ?? "";
  }

  #lastSent(factor: "email" | "sms"): string | undefined {
    if (factor === "sms") return this.rig.texts.at(-1)?.code;
    return this.rig.mails.flatMap(({ text }) => /^\d{6}$/m.exec(text) ?? []).at(-1);
  }

  async try(factor: OneOfFive, token: string, code: string): Promise<Answer> {
    // No picture is taken twice (S-56), so each try brings another one.
    if (factor === "face") return show(this.rig, "verifyFace", code === "Ann" ? ann() : bob(), { token });
    if (factor !== "recovery") return this.rig.call("verifyCode", { factor, code }, { token });
    const answer = await recover(this.rig, token, code);
    if (answer.body["status"] === "done") this.#recovery = recoveryOf(answer);
    return answer;
  }

  counters = () => this.rig.db.selectFrom("account").select(["failures", "total", "lockedUntil", "closedAt"]).where("username", "=", WHO).executeTakeFirstOrThrow();
}
