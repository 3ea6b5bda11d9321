import type { ReactNode } from "react";
import "./book.css";

interface BookPageProps {
  readonly title: string;
  /** One sentence: what this page is for. */
  readonly lead: string;
  readonly children: ReactNode;
}

/** A page of this Storybook. */
export function BookPage({ title, lead, children }: BookPageProps): ReactNode {
  return (
    <main className="book">
      <h1>{title}</h1>
      <p className="book-lead">{lead}</p>
      {children}
    </main>
  );
}
