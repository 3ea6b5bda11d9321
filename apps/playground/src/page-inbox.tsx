import { useEffect, useState, type ReactNode } from "react";
import type { Letter } from "./page-server.ts";

const LOOK_EVERY_MS = 1000;

function Letters({ title, none, letters }: { readonly title: string; readonly none: string; readonly letters: readonly Letter[] }): ReactNode {
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      {letters.length === 0 && <p>{none}</p>}
      <ul>
        {letters.map((letter) => (
          <li key={`${letter.at} ${letter.to}`}>
            {letter.to}: <code>{letter.code}</code>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What the server inside the page sent. It is looked into, for nothing rings there. */
export function PageInbox({ read }: { readonly read: () => Promise<readonly Letter[]> }): ReactNode {
  const [letters, setLetters] = useState<readonly Letter[]>([]);
  useEffect(() => {
    const timer = setInterval(() => void read().then(setLetters), LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [read]);
  return (
    <>
      <Letters title="Inbox" none="No mail yet." letters={letters.filter(({ channel }) => channel === "email")} />
      <Letters title="SMS" none="No message yet." letters={letters.filter(({ channel }) => channel === "sms")} />
    </>
  );
}
