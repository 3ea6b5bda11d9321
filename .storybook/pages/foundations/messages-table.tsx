import { en, loadMessages, locales, type Messages } from "@guard/locales";
import { centerEn, loadCenterMessages } from "@guard/locales/center";
import { useEffect, useState, type ReactNode } from "react";
import { Choose } from "../../../apps/playground/src/choose.tsx";
import { HeadedTable } from "../../headed-table.tsx";

type Words = Readonly<Record<string, string>>;

const english: Words = { ...en, ...centerEn };

async function wordsOf(locale: string): Promise<Words> {
  const [login, center] = await Promise.all([loadMessages(locale), loadCenterMessages(locale)]);
  return { ...(login satisfies Messages | undefined), ...center };
}

const nameOf = (locale: string): string => `${new Intl.DisplayNames("en", { type: "language" }).of(locale) ?? locale} (${locale})`;

/** Every sentence in English and in one other language, as they ship. */
export function MessagesTable(): ReactNode {
  const others = locales.filter((locale) => locale !== "en");
  const [locale, setLocale] = useState(others[0] ?? "en");
  const [sought, setSought] = useState("");
  const [words, setWords] = useState<Words>({});
  useEffect(() => void wordsOf(locale).then(setWords), [locale]);
  const keys = [...new Set([...Object.keys(english), ...Object.keys(words)])];
  const found = keys.filter((key) => `${key} ${english[key] ?? ""} ${words[key] ?? ""}`.toLowerCase().includes(sought.toLowerCase()));
  return (
    <>
      <Choose label="Beside English" value={locale} options={others.map((value) => ({ value, text: nameOf(value) }))} onChoose={setLocale} />
      <p>
        <label>
          Find <input type="search" value={sought} onChange={({ target }) => setSought(target.value)} />
        </label>{" "}
        <span role="status">{found.length} sentences</span>
      </p>
      <HeadedTable columns={["Key", "English", nameOf(locale)]}>
        {found.map((key) => (
          <tr key={key}>
            <td>
              <code>{key}</code>
            </td>
            <td>{english[key] ?? ""}</td>
            <td lang={locale} dir="auto">
              {words[key] ?? ""}
            </td>
          </tr>
        ))}
      </HeadedTable>
    </>
  );
}
