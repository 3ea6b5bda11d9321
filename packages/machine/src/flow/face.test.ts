import { fail, succeed } from "@guard/contract";
import { describe, expect, it } from "vitest";
import { fixtures } from "../testing/fixtures.ts";
import { PICTURE } from "../testing/answers.ts";
import { session, T0 } from "../testing/parts.ts";
import { variants } from "../testing/variants.ts";
import { activeFactor } from "./active-factor.ts";
import type { State } from "./state.ts";
import { transition } from "./transition.ts";

const shows = (state: State, id = "t2") => transition(state, { type: "FACE.SUBMIT", image: PICTURE, now: T0, id });
const hears = (state: State, result: ReturnType<typeof fail> | ReturnType<typeof done>, task = "t1") =>
  transition(state, { type: "ANSWER", task, answer: { to: "face", result }, now: T0, id: "t9" });
const done = () => succeed({ status: "done", session, now: T0 } as const);

describe("a face", () => {
  it("is compared where one is bound, and bound where none is", () => {
    expect(shows(fixtures.face).effects[0]).toEqual({ type: "face", task: "t2", key: "t2", token: "gc_fixture", image: PICTURE, bound: true });
    expect(shows(variants.faceBind).effects[0]).toMatchObject({ bound: false });
  });

  it("completes the login", () => expect(hears(fixtures["face.verifying"], done()).state.at).toBe("done"));

  it("keeps its failure through another tab and back, and clears it at the next picture", () => {
    const { state } = hears({ ...fixtures["face.verifying"], challenge: { ...variants.everyFactor.challenge, active: "face" } }, fail({ code: "face_no_match", attemptsLeft: 4 }, T0));
    const choose = (from: State, factor: "totp" | "face") => transition(from, { type: "FACTOR.CHOOSE", factor, now: T0, id: "t3" }).state;
    const back = choose(choose(state, "totp"), "face");
    expect(back.at === "face" && activeFactor(back.challenge).failure?.error).toEqual({ code: "face_no_match", attemptsLeft: 4 });
    const next = shows(back).state;
    expect(next.at === "face.verifying" && activeFactor(next.challenge).failure).toBeUndefined();
  });

  it("is asked again under the key of a picture whose verdict never arrived", () => {
    const lost = hears(fixtures["face.verifying"], fail({ code: "network" }));
    expect(shows(lost.state, "t5").effects[0]).toMatchObject({ task: "t5", key: "t1" });
  });
});
