/** Prints a row of a table as soon as it is known. */
export const printRow = (...cells: string[]): void =>
  console.log(
    cells
      .map((cell) => cell.padEnd(20))
      .join("")
      .trimEnd(),
  );
