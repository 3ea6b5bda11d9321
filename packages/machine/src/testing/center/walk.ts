import { centerTasks, centerTransition, initialCenter, type CenterEffect, type CenterEvent, type CenterState, type CenterTurn } from "../../center/index.ts";
import { walkMachine, type MoveOf } from "../walk-machine.ts";
import { centerAnswersTo, centerGestures, lateCenterAnswers } from "./answers.ts";

/** One step of the personal centre's walk. */
export type CenterMove = MoveOf<CenterState, CenterEvent, CenterTurn>;

/** The whole personal centre. */
export const walkCenter = (visit: (move: CenterMove) => void): number =>
  walkMachine<CenterState, CenterEvent, CenterEffect, CenterTurn>(
    {
      from: initialCenter,
      transition: centerTransition,
      tasksOf: centerTasks,
      events: [{ type: "START" }, ...centerGestures, ...lateCenterAnswers],
      answersTo: centerAnswersTo,
      taskOf: (event) => (event.type === "ANSWER" ? event.task : undefined),
    },
    visit,
  );
