import { addons } from "storybook/manager-api";
import { create } from "storybook/theming/create";

const base = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";

// The sidebar is headed by what it is a book of.
addons.setConfig({ theme: create({ base, brandTitle: "Guard", brandUrl: "./" }) });
