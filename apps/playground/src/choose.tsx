import { useId, type ReactNode } from "react";

interface ChooseProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly text: string }[];
  readonly onChoose: (value: string) => void;
}

/** A list with its label above it; the pages of Storybook use it too. */
export function Choose({ label, value, options, onChoose }: ChooseProps): ReactNode {
  const id = useId();
  return (
    <p className="choose">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={({ target }) => onChoose(target.value)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </select>
    </p>
  );
}
