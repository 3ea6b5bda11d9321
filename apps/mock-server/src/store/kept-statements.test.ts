import Sqlite from "better-sqlite3";
import { beforeEach, expect, it } from "vitest";
import { keepStatements } from "./kept-statements.ts";

const raw = new Sqlite(":memory:");
let compiled: string[];
const database = keepStatements({
  close: () => raw.close(),
  prepare: (sql) => {
    compiled.push(sql);
    return raw.prepare<unknown[]>(sql);
  },
});
beforeEach(() => {
  compiled = [];
  raw.exec("drop table if exists t; create table t (a primary key); insert into t values (1)");
});

it("compiles a sentence once, however often it is said", () => {
  for (let turn = 0; turn < 3; turn += 1) expect(database.prepare("select a from t").all([])).toEqual([{ a: 1 }]);
  expect(compiled).toEqual(["select a from t"]);
});

it("sees a table that changed its shape", () => {
  const all = () => database.prepare("select * from t").all([]);
  expect(all()).toEqual([{ a: 1 }]);
  raw.exec("alter table t add column b default 2");
  expect(all()).toEqual([{ a: 1, b: 2 }]);
});

it("goes on with a statement that failed", () => {
  const insert = (value: number) => database.prepare("insert into t values (?)").run([value]);
  expect(() => insert(1)).toThrow(/UNIQUE/);
  expect(insert(2).changes).toBe(1);
});

it("forgets the oldest of very many", () => {
  for (let turn = 0; turn <= 256; turn += 1) database.prepare(`select ${turn}`).all([]);
  compiled = [];
  for (const turn of [256, 0]) database.prepare(`select ${turn}`).all([]);
  expect(compiled).toEqual(["select 0"]);
});
