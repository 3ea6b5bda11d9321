import { fixtures } from "@guard/machine/testing";
import { useRef, useState, type ReactNode } from "react";
import { Choose } from "../../../apps/playground/src/choose.tsx";
import { Still } from "../book/still.tsx";
import type { Worn } from "../book/worn.ts";
import type { StateName } from "@guard/machine";

const states = Object.keys(fixtures) as StateName[];

/** One finding, in axe's words. */
interface Finding {
  readonly id: string;
  readonly help: string;
}

async function judge(element: Element): Promise<readonly Finding[]> {
  const { default: axe } = await import("axe-core");
  const { violations } = await axe.run(element, { rules: { "target-size": { enabled: true } } });
  return violations.map(({ id, help }) => ({ id, help }));
}

/** axe on a view, here and now, in the scheme and language of the toolbar. */
export function LiveAxe(worn: Worn): ReactNode {
  const [at, setAt] = useState<StateName>("challenge");
  const [findings, setFindings] = useState<readonly Finding[]>();
  const stage = useRef<HTMLDivElement>(null);
  const run = async (): Promise<void> => setFindings(stage.current ? await judge(stage.current) : []);
  return (
    <div className="book-split">
      <div>
        <Choose
          label="State"
          value={at}
          options={states.map((value) => ({ value, text: value }))}
          onChoose={(chosen) => {
            setAt(chosen as StateName);
            setFindings(undefined);
          }}
        />
        <p>
          <button type="button" onClick={() => void run()}>
            Run axe on this view
          </button>
        </p>
        <div role="status">
          {findings?.length === 0 && <p>axe found nothing.</p>}
          {findings?.map(({ id, help }) => (
            <p key={id}>
              <code>{id}</code> {help}
            </p>
          ))}
        </div>
      </div>
      <div ref={stage}>
        <Still {...worn} id="axe" state={fixtures[at]} />
      </div>
    </div>
  );
}
