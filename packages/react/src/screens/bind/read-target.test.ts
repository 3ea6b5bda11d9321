import { expect, it } from "vitest";
import { phoneNumbers } from "./phone-numbers.ts";
import { readTarget } from "./read-target.ts";

const there = () => Promise.resolve(phoneNumbers);
const lost = () => Promise.resolve(undefined);
const read = (phone: string, ask: typeof there | typeof lost) => readTarget({ phone, country: "CN", allowed: undefined, ask });

it("waits for what reads numbers", async () => expect(await read("138 0013 8000", there)).toEqual({ number: "+8613800138000" }));

it("asks for nothing to see that nothing was typed", async () => expect(await read("  ", lost)).toEqual({ problem: "empty" }));

it("leaves a whole international number to the server where the chunk is lost", async () => expect(await read("+86 138-0013 8000", lost)).toEqual({ number: "+8613800138000" }));

it("sends no half of a number where the chunk is lost, and says so", async () => expect(await read("138 0013 8000", lost)).toEqual({ problem: "lost" }));
