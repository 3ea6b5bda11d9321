import type { ReactNode } from "react";

interface HeadedTableProps {
  readonly columns: readonly string[];
  readonly className?: string;
  /** The rows. */
  readonly children: ReactNode;
}

/** A table whose columns say what they hold, to a screen reader too. */
export const HeadedTable = ({ columns, className, children }: HeadedTableProps): ReactNode => (
  <table className={className}>
    <thead>
      <tr>
        {columns.map((column) => (
          <th key={column} scope="col">
            {column}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>{children}</tbody>
  </table>
);
