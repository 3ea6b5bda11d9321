import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { openCountries } from "./countries.ts";
import { writeCountryDatabase } from "./testing/country-database.ts";

const folder = mkdtempSync(join(tmpdir(), "guard-countries-"));
afterAll(() => rmSync(folder, { recursive: true }));

const nowhere = ["unknown", "", "garbage", "10.1.2.3", "127.0.0.1", "169.254.1.1", "172.16.0.1", "192.168.1.1", "100.64.0.1", "0.0.0.0", "::1", "::", "fd00::1", "fe80::1%eth0", "256.1.1.1"];

describe("the table that comes with npm (S-49)", async () => {
  const said: string[] = [];
  const geo = await openCountries(undefined, (reason) => said.push(reason));

  it.each([["8.8.8.8", "US"], ["223.5.5.5", "CN"], ["133.1.1.1", "JP"]])("puts %s in %s", (ip, country) => {
    expect(geo.country(ip)).toBe(country);
    expect(said).toEqual([]);
  });

  it.each([...nowhere, "203.0.113.9", "2001:4860:4860::8888"])("does not know %j", (ip) => {
    expect(geo.country(ip)).toBe("unknown");
  });

  it("answers 10,000 times in less than the time one login may wait for 100", () => {
    const began = performance.now();
    for (let turn = 0; turn < 10_000; turn += 1) geo.country(`${turn % 224}.${turn % 251}.1.1`);
    expect(performance.now() - began).toBeLessThan(500);
  });
});

describe("a MaxMind database (S-49)", () => {
  const open = async (path: string) => {
    const said: string[] = [];
    return { geo: await openCountries(path, (reason) => said.push(reason)), said };
  };

  it.each([[{ country: { iso_code: "NZ" } }], [{ country_code: "NZ" }]])("with records like %j knows both families, and still no country of private addresses", async (record) => {
    const path = join(folder, "countries.mmdb");
    writeCountryDatabase(path, record);
    const { geo, said } = await open(path);
    expect([geo.country("203.0.113.9"), geo.country("2001:db8::1")]).toEqual(["NZ", "NZ"]);
    expect(nowhere.map((ip) => geo.country(ip))).toEqual(nowhere.map(() => "unknown"));
    expect(said).toEqual([]);
  });

  it.each([[{ country: { iso_code: "=1+1" } }], [{ continent: "EU" }]])("with records like %j knows nothing", async (record) => {
    const path = join(folder, "strange.mmdb");
    writeCountryDatabase(path, record);
    expect((await open(path)).geo.country("203.0.113.9")).toBe("unknown");
  });

  it("that is not there is unknown, and said once", async () => {
    const { geo, said } = await open(join(folder, "nothing.mmdb"));
    expect([geo.country("8.8.8.8"), geo.country("8.8.8.8")]).toEqual(["unknown", "unknown"]);
    expect(said).toEqual([expect.stringContaining("ENOENT")]);
  });

  it("that is no database is unknown, and said once", async () => {
    const path = join(folder, "garbage.mmdb");
    writeFileSync(path, "x".repeat(10_000));
    const { geo, said } = await open(path);
    expect([geo.country("8.8.8.8"), geo.country("8.8.8.8")]).toEqual(["unknown", "unknown"]);
    expect(said).toHaveLength(1);
  });

  it("that breaks in the middle is unknown from then on, and said once", async () => {
    const path = join(folder, "broken.mmdb");
    writeCountryDatabase(path, { country: { iso_code: "NZ" } });
    const whole = (await import("node:fs")).readFileSync(path);
    // The tree points far beyond the data.
    whole[1] = 0xff;
    whole[4] = 0xff;
    writeFileSync(path, whole);
    const { geo, said } = await open(path);
    expect([geo.country("203.0.113.9"), geo.country("203.0.113.9")]).toEqual(["unknown", "unknown"]);
    expect(said.length).toBeLessThanOrEqual(1);
  });
});
