// Times are epoch milliseconds UTC, booleans are 0/1, so that SQLite and PostgreSQL read alike.
// PostgreSQL's driver must parse int8 as a number (src/node); milliseconds stay below 2^53.

export type Flag = 0 | 1;
export type Millis = number;
