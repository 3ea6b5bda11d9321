/** Of a page, which is no story of one component. Its tags stand in each file, where Storybook reads them without running it: `!test`, because tools/book opens every page of the static build. */
export const pageMeta = { parameters: { controls: { disable: true }, options: { showPanel: false } } };
